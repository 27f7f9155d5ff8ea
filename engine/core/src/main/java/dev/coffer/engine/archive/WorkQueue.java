package dev.coffer.engine.archive;

import java.io.InterruptedIOException;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Hands work from some threads to others. Safe for use by any number of threads. */
final class WorkQueue<T> {

    /** Empty stands for the end of the work, and stays in the queue for all who take. */
    private final BlockingQueue<Optional<T>> items;

    private WorkQueue(BlockingQueue<Optional<T>> items) {
        this.items = items;
    }

    /** Makes those who put wait while it holds {@code capacity} items. */
    static <T> WorkQueue<T> bounded(int capacity) {
        return new WorkQueue<>(new LinkedBlockingQueue<>(capacity));
    }

    /** For work whose amount is limited by other means. */
    static <T> WorkQueue<T> unbounded() {
        return new WorkQueue<>(new LinkedBlockingQueue<>());
    }

    void put(T item) throws InterruptedIOException {
        add(Optional.of(item));
    }

    /** Tells those who take that there will be no more; nothing must be put afterwards. */
    void end() throws InterruptedIOException {
        add(Optional.empty());
    }

    private void add(Optional<T> item) throws InterruptedIOException {
        try {
            items.put(item);
        } catch (InterruptedException _) {
            throw interrupted();
        }
    }

    /** The next item, once there is one; empty at the end. */
    Optional<T> take() throws InterruptedIOException {
        try {
            Optional<T> item = items.take();
            if (item.isEmpty()) {
                items.put(item);
            }
            return item;
        } catch (InterruptedException _) {
            throw interrupted();
        }
    }

    private static InterruptedIOException interrupted() {
        Thread.currentThread().interrupt();
        return new InterruptedIOException("the backup was interrupted");
    }
}
