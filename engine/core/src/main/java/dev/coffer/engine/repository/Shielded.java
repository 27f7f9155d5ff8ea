package dev.coffer.engine.repository;

import java.io.IOException;
import java.time.Duration;

/** Cleaning up that must happen although the thread was interrupted. */
final class Shielded {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Shielded() {}

    /** What is to be done; its failure changes nothing. */
    interface Action {
        void run() throws IOException, InterruptedException;
    }

    /** Runs where no interrupt of the caller can reach; waits for the end, but not for ever. */
    static void run(String name, Action action) {
        Thread thread = Thread.ofVirtual().name(name).start(() -> {
            try {
                action.run();
            } catch (IOException | InterruptedException _) {
                // What remains is a lock file, which becomes stale by itself; nothing more can be done here.
            }
        });
        boolean interrupted = Thread.interrupted();
        try {
            thread.join(PATIENCE);
        } catch (InterruptedException _) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
