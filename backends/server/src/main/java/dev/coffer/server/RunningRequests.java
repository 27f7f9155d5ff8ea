package dev.coffer.server;

import java.time.Duration;

/** Counts requests that are being worked on, for those who wait until there are none. Safe for use by all threads. */
final class RunningRequests {

    private int count;

    synchronized void enter() {
        count++;
    }

    synchronized void leave() {
        count--;
        notifyAll();
    }

    /** Waits until there are none, but no longer than this. */
    synchronized void awaitNone(Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (count > 0 && System.nanoTime() < end) {
            wait(Math.max(1, (end - System.nanoTime()) / 1_000_000));
        }
    }
}
