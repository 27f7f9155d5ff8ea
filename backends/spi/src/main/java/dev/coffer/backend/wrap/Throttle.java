package dev.coffer.backend.wrap;

import java.io.InterruptedIOException;
import java.time.Duration;

/**
 * Slows threads down so that together they do not move more than a number of bytes per second. Each reserves the time that
 * its bytes take, after what others have reserved, and sleeps until the end of it.
 */
final class Throttle {

    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final long bytesPerSecond;
    private final Ticker ticker;

    /** When all bytes admitted so far have had their time. Guarded by this. */
    private long free;

    Throttle(long bytesPerSecond, Ticker ticker) {
        if (bytesPerSecond < 1) {
            throw new IllegalArgumentException("a limit must be above 0 bytes per second, not " + bytesPerSecond);
        }
        this.bytesPerSecond = bytesPerSecond;
        this.ticker = ticker;
        this.free = ticker.nanoTime();
    }

    void admit(int bytes) throws InterruptedIOException {
        long wait = reserve(bytes);
        if (wait <= 0) {
            return;
        }
        try {
            ticker.sleep(Duration.ofNanos(wait));
        } catch (InterruptedException e) {
            throw Interruptions.during("waiting for the bandwidth limit", e);
        }
    }

    /** How long to wait, in nanoseconds. Clock values may wrap around, so only differences are compared. */
    private synchronized long reserve(int bytes) {
        long now = ticker.nanoTime();
        if (free - now < 0) {
            free = now;
        }
        free += bytes * NANOS_PER_SECOND / bytesPerSecond;
        return free - now;
    }
}
