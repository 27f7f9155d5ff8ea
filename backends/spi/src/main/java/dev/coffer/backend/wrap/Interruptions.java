package dev.coffer.backend.wrap;

import java.io.InterruptedIOException;

/** Turns an interruption into what {@link dev.coffer.backend.Backend} promises. */
final class Interruptions {

    private Interruptions() {}

    /** Sets the thread's interrupt flag again. */
    static InterruptedIOException during(String activity, InterruptedException cause) {
        Thread.currentThread().interrupt();
        InterruptedIOException interrupted = new InterruptedIOException("interrupted while " + activity);
        interrupted.initCause(cause);
        return interrupted;
    }
}
