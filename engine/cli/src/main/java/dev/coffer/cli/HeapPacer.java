package dev.coffer.cli;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Keeps the heap small while a command runs. The serial collector, which costs the least otherwise, lets what has got old pile up
 * until the heap has reached its limit. A thread of this has it collected earlier: when the heap has grown by a quarter of what was
 * alive the last time, and a little more.
 *
 * <p>Such a collection stops the program for some milliseconds per hundred megabytes alive. They come further and further apart
 * as more stays alive, so they cost about as much with a small heap as with a large one.
 */
final class HeapPacer {

    /** Set by the launcher, together with the choice of the collector. */
    private static final String PROPERTY = "coffer.heap.paced";

    private static final Duration INTERVAL = Duration.ofMillis(50);
    private static final long SLACK = 12 << 20;

    private static final AtomicBoolean STARTED = new AtomicBoolean();

    /** What is known to be alive, in bytes. */
    private static volatile long alive;

    private HeapPacer() {}

    /**
     * To be called, from any thread, whenever a repository has been opened: the large tables that its key was derived with are
     * garbage now. From the first time on the heap is paced, if the launcher asks for it; the thread ends with the program.
     */
    static void paceFromNow() {
        alive = 0;
        if (Boolean.getBoolean(PROPERTY) && STARTED.compareAndSet(false, true)) {
            Thread.ofPlatform().daemon().name("heap pacer").start(HeapPacer::pace);
        }
    }

    private static void pace() {
        while (true) {
            try {
                Thread.sleep(INTERVAL);
            } catch (InterruptedException _) {
                return;
            }
            if (used() > alive + alive / 4 + SLACK) {
                System.gc();
                alive = used();
            }
        }
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
