package dev.coffer.backend.http;

import java.io.Closeable;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Breaks off a request whose bytes have not moved for some time, in either direction, while somebody waits for them. Bytes may
 * be reported by any thread. Made by the thread that makes the request.
 */
final class StallWatch implements Closeable {

    private final ScheduledExecutorService timer;
    private final long limit;
    private final Thread caller = Thread.currentThread();
    private volatile long lastMove = System.nanoTime();
    private volatile boolean paused;
    private volatile boolean stalled;
    private volatile Runnable breakOff = () -> {};
    private volatile ScheduledFuture<?> check;

    StallWatch(ScheduledExecutorService timer, Duration limit) {
        this.timer = timer;
        this.limit = limit.toNanos();
        this.check = schedule(this.limit);
    }

    /** How the request can be ended from another thread, from now on. */
    void onStall(Runnable action) {
        breakOff = action;
    }

    void moved() {
        lastMove = System.nanoTime();
    }

    /** Whether the thread that makes the request has been interrupted. */
    boolean interrupted() {
        return caller.isInterrupted();
    }

    /** Nobody waits for bytes for the time being. */
    void pause() {
        paused = true;
        moved();
    }

    /** Somebody waits for bytes again. */
    void resume() {
        moved();
        paused = false;
    }

    /** Whether the request was broken off. */
    boolean stalled() {
        return stalled;
    }

    private ScheduledFuture<?> schedule(long nanos) {
        return timer.schedule(this::check, nanos, TimeUnit.NANOSECONDS);
    }

    private void check() {
        long left = limit - (System.nanoTime() - lastMove);
        if (left > 0 || paused) {
            check = schedule(paused ? limit : left);
        } else {
            stalled = true;
            breakOff.run();
        }
    }

    @Override
    public void close() {
        breakOff = () -> {};
        check.cancel(false);
    }
}
