package dev.coffer.cli;

import java.time.Duration;

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

    /** What is known to be alive, in bytes: at first what deriving a key may take, which is not worth a collection. */
    private static volatile long alive = 32 << 20;

    private HeapPacer() {}

    /** Starts the thread, which ends with the program, if the launcher asks for it. */
    static void start() {
        if (Boolean.getBoolean(PROPERTY)) {
            Thread.ofPlatform().daemon().name("heap pacer").start(HeapPacer::pace);
        }
    }

    /** Tells, from any thread, that most of what was alive is garbage now: the tables that a key was derived with. */
    static void forget() {
        alive = 0;
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
