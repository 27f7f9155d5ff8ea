package dev.coffer.backend.sftp.protocol;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Lets threads wait for a connection as long as it moves bytes, or has only just been asked to. */
final class StallWatch {

    /** Something that may come true within some time. */
    @FunctionalInterface
    interface Condition {
        boolean await(long time, TimeUnit unit) throws InterruptedException;
    }

    private final Duration limit;
    private final Runnable onStall;
    private volatile long lastMove = System.nanoTime();

    /** @param onStall makes everybody stop waiting */
    StallWatch(Duration limit, Runnable onStall) {
        this.limit = limit;
        this.onStall = onStall;
    }

    /** Some bytes have been sent or received. */
    void moved() {
        lastMove = System.nanoTime();
    }

    /** Waits until the condition holds, or the connection has been declared dead. */
    void waitFor(Condition condition) throws IOException {
        long start = System.nanoTime();
        try {
            while (!condition.await(patience(start), TimeUnit.NANOSECONDS)) {
                if (patience(start) <= 0) {
                    onStall.run();
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            InterruptedIOException interrupted =
                    new InterruptedIOException("interrupted while waiting for the SFTP server");
            interrupted.initCause(e);
            throw interrupted;
        }
    }

    private long patience(long start) {
        long now = System.nanoTime();
        return limit.toNanos() - Math.min(now - start, now - lastMove);
    }
}
