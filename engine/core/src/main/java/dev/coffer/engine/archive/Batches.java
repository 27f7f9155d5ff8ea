package dev.coffer.engine.archive;

import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Hands things from one thread to another in their order, many at a time: to wake the other thread for each would cost more
 * than most of them do. One thread puts, and waits while it is too far ahead; another takes.
 */
final class Batches<T> {

    private static final int BATCH = 64;

    private final WorkQueue<List<T>> batches;
    private List<T> batch = new ArrayList<>(BATCH);

    /** @param ahead how many batches of 64 may wait to be taken */
    Batches(int ahead) {
        this.batches = WorkQueue.bounded(ahead);
    }

    void put(T item) throws InterruptedIOException {
        batch.add(item);
        if (batch.size() == BATCH) {
            handOver();
        }
    }

    /** There will be no more; to be called once, by the thread that puts. */
    void end() throws InterruptedIOException {
        handOver();
        batches.end();
    }

    private void handOver() throws InterruptedIOException {
        batches.put(batch);
        batch = new ArrayList<>(BATCH);
    }

    /** The next ones, once there are some; empty at the end. */
    Optional<List<T>> take() throws InterruptedIOException {
        return batches.take();
    }
}
