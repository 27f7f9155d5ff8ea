package dev.coffer.engine.repository;

import java.io.IOException;
import java.io.InterruptedIOException;
import org.jspecify.annotations.Nullable;

/**
 * Loads something in the background before it is asked for, as in the pause before a lock is known to hold. Whoever asks waits
 * for that, and then has the last word on what is missing or out of date: a failure here is no more than a load that did not
 * happen.
 *
 * <p>{@link #start} and {@link #close} by the owner, {@link #await} from any thread.
 */
final class LoadAhead implements AutoCloseable {

    private final String name;
    private final Work work;
    private volatile @Nullable Thread thread;

    LoadAhead(String name, Work work) {
        this.name = name;
        this.work = work;
    }

    /** What is to be loaded; interrupted if nobody wants it any more. */
    interface Work {
        void run() throws IOException;
    }

    /** Begins, unless it has begun already. */
    void start() {
        if (thread == null) {
            thread = Thread.ofVirtual().name(name).start(this::run);
        }
    }

    private void run() {
        try {
            work.run();
        } catch (IOException _) {
            // Whoever needs it loads it again, and tells what is wrong.
        }
    }

    /** Returns when nothing is being loaded in the background, at once if that was never started. */
    void await() throws InterruptedIOException {
        Thread running = thread;
        if (running == null || running == Thread.currentThread()) {
            return;
        }
        try {
            running.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException(name + " was interrupted");
        }
    }

    /** Gives up and waits for the end of what still runs. */
    @Override
    public void close() {
        Thread running = thread;
        if (running != null) {
            running.interrupt();
            Shielded.run("end of " + name, running::join);
        }
    }
}
