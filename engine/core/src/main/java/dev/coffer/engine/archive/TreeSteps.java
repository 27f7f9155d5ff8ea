package dev.coffer.engine.archive;

import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Hands the steps of a walk to the tree archiver, many at a time: to wake the other thread for each would cost more than most
 * steps do. One thread puts, another takes.
 */
final class TreeSteps {

    private static final int BATCH = 64;

    /** Enough that archivers seldom run out of files, little enough that the nodes waiting for a big file do no harm. */
    private static final int MAX_BATCHES_AHEAD = 64;

    private final WorkQueue<List<TreeStep>> batches = WorkQueue.bounded(MAX_BATCHES_AHEAD);
    private List<TreeStep> batch = new ArrayList<>(BATCH);

    void put(TreeStep step) throws InterruptedIOException {
        batch.add(step);
        if (batch.size() == BATCH) {
            handOver();
        }
    }

    /** There will be no more steps; to be called once, by the thread that puts. */
    void end() throws InterruptedIOException {
        handOver();
        batches.end();
    }

    private void handOver() throws InterruptedIOException {
        batches.put(batch);
        batch = new ArrayList<>(BATCH);
    }

    /** The next steps, once there are some; empty at the end. */
    Optional<List<TreeStep>> take() throws InterruptedIOException {
        return batches.take();
    }
}
