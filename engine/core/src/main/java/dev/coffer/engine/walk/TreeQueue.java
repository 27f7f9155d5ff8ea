package dev.coffer.engine.walk;

import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.blob.ObjectIdSet;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Optional;

/** Trees still to be visited, each handed out once. It is exhausted when it is empty and nobody can add more. */
final class TreeQueue {

    private final ObjectIdSet seen = new ObjectIdSet();
    private final Deque<ObjectId> waiting = new ArrayDeque<>();
    private int working;

    synchronized void offer(ObjectId tree) {
        if (seen.add(tree)) {
            waiting.addLast(tree);
        }
    }

    /** The next tree, which the caller has to {@link #finish}; empty when there will be no more. */
    synchronized Optional<ObjectId> take() throws InterruptedIOException {
        while (waiting.isEmpty() && working > 0) {
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                InterruptedIOException interrupted = new InterruptedIOException("interrupted while waiting for trees");
                interrupted.initCause(e);
                throw interrupted;
            }
        }
        Optional<ObjectId> next = Optional.ofNullable(waiting.pollLast());
        if (next.isPresent()) {
            working++;
        }
        return next;
    }

    /** Ends the work on a tree that was taken, in which these others were found. */
    synchronized void finish(Collection<ObjectId> found) {
        found.forEach(this::offer);
        working--;
        notifyAll();
    }
}
