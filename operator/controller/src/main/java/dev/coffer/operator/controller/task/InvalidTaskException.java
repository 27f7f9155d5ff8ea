package dev.coffer.operator.controller.task;

/** No pod can be made of a Task; the message says why, and what to do. */
public final class InvalidTaskException extends Exception {

    public InvalidTaskException(String message) {
        super(message);
    }

    InvalidTaskException(String message, Throwable cause) {
        super(message, cause);
    }

    /** {@inheritDoc} There always is one. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
