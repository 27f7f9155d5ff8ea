package dev.coffer.operator.agent.command;

import java.time.Duration;

/**
 * Ends the work in good order when the pod is asked to stop: the thread that works is interrupted, and gives back its locks.
 * Kubernetes waits 30 seconds for that, unless told otherwise.
 */
final class Stopping {

    private static final Duration PATIENCE = Duration.ofSeconds(25);

    private final Thread worker;
    private volatile boolean ended;

    private Stopping(Thread worker) {
        this.worker = worker;
    }

    /** Watches over the work of this thread until {@link #end()}. */
    static Stopping watch() {
        Stopping stopping = new Stopping(Thread.currentThread());
        Runtime.getRuntime().addShutdownHook(new Thread(stopping::stop, "stopping"));
        return stopping;
    }

    private void stop() {
        if (ended) {
            return;
        }
        worker.interrupt();
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (!ended && System.nanoTime() < end) {
                Thread.sleep(20);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** The work is done; what is left of it does not matter. */
    void end() {
        ended = true;
    }
}
