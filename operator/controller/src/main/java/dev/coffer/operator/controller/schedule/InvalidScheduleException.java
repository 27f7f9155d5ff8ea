package dev.coffer.operator.controller.schedule;

/** A schedule cannot be understood; the message says why, and how to write one. */
public final class InvalidScheduleException extends Exception {

    InvalidScheduleException(String message) {
        super(message);
    }
}
