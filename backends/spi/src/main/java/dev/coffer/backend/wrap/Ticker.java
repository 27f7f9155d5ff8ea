package dev.coffer.backend.wrap;

import java.time.Duration;

/** Time that passes, and waiting for it. Tests bring their own. */
public interface Ticker {

    /** Nanoseconds since some fixed moment. */
    long nanoTime();

    void sleep(Duration duration) throws InterruptedException;

    /** The time of this machine. */
    static Ticker system() {
        return new Ticker() {
            @Override
            public long nanoTime() {
                return System.nanoTime();
            }

            @Override
            public void sleep(Duration duration) throws InterruptedException {
                Thread.sleep(duration);
            }
        };
    }
}
