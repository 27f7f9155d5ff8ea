package dev.coffer.server;

import dev.coffer.backend.Handle;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.HashSet;
import java.util.Set;

/**
 * Lets nobody save a file while somebody else saves one of the same name: of two clients who find that there is none yet, the
 * second would replace what the first has stored. Safe for use by all threads.
 */
final class InProgress {

    /** What is done while nobody else has the file. */
    interface Saving {
        void run() throws IOException;
    }

    private final Set<Handle> files = new HashSet<>();

    void alone(Handle file, Saving saving) throws IOException {
        enter(file);
        try {
            saving.run();
        } finally {
            leave(file);
        }
    }

    private synchronized void enter(Handle file) throws InterruptedIOException {
        try {
            while (!files.add(file)) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            InterruptedIOException failure =
                    new InterruptedIOException("interrupted while waiting for another upload of " + file);
            failure.initCause(e);
            throw failure;
        }
    }

    private synchronized void leave(Handle file) {
        files.remove(file);
        notifyAll();
    }
}
