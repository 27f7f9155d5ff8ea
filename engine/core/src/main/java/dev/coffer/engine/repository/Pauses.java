package dev.coffer.engine.repository;

import java.io.InterruptedIOException;
import java.time.Duration;

/** Waiting that ends with an I/O error when the thread is interrupted. */
final class Pauses {

    private Pauses() {}

    static void sleep(Duration duration) throws InterruptedIOException {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting");
        }
    }
}
