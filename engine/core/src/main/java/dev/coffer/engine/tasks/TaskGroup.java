package dev.coffer.engine.tasks;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Several blocking tasks that succeed or fail as one: each runs on a thread of its own, a virtual one unless said otherwise,
 * at most {@code limit} at a time, and the first failure interrupts the others and is what {@link #join()} throws.
 *
 * <p>Used with try-with-resources by an owner, who is the one to {@link #join}. Any thread may {@link #fork} tasks, but the
 * tasks themselves should not: when all of them wait for a slot for one more, they wait for ever. Leaving the block without
 * {@code join} cancels what still runs and waits for it to end, so no task outlives the group.
 */
public final class TaskGroup implements AutoCloseable {

    private final String name;
    private final Thread.Builder threads;
    private final Semaphore slots;
    private final Set<Thread> running = new HashSet<>();
    private @Nullable Throwable failure;
    private boolean cancelled;

    /**
     * A group without tasks.
     *
     * @param name what the tasks do, for thread names
     * @param limit how many tasks may run at the same time
     */
    public TaskGroup(String name, int limit) {
        this(name, limit, Thread.ofVirtual());
    }

    private TaskGroup(String name, int limit, Thread.Builder threads) {
        this.name = name;
        this.threads = threads.name(name);
        this.slots = new Semaphore(limit);
    }

    /** A group whose tasks run on threads of the system: for few long tasks that compute, or that block in native code. */
    public static TaskGroup ofPlatformThreads(String name, int limit) {
        return new TaskGroup(name, limit, Thread.ofPlatform());
    }

    /** Work that may block and fail. */
    @FunctionalInterface
    public interface Task {
        void run() throws IOException;
    }

    /**
     * Starts a task, waiting for a slot first.
     *
     * @throws IOException the failure of an earlier task, if there was one
     */
    public void fork(Task task) throws IOException {
        acquireSlot();
        synchronized (this) {
            if (failure != null || cancelled) {
                slots.release();
                throwFailure();
                throw cancellation();
            }
            running.add(threads.start(() -> runTask(task)));
        }
    }

    private void acquireSlot() throws IOException {
        try {
            slots.acquire();
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private void runTask(Task task) {
        try {
            task.run();
        } catch (Throwable t) {
            fail(t);
        } finally {
            synchronized (this) {
                running.remove(Thread.currentThread());
                notifyAll();
            }
            slots.release();
        }
    }

    private synchronized void fail(Throwable t) {
        if (failure == null && !cancelled) {
            failure = t;
            running.forEach(Thread::interrupt);
        } else if (failure != null && !failure.equals(t)) {
            failure.addSuppressed(t);
        }
    }

    /**
     * Waits until all tasks have ended. Returning means that every one of them has succeeded.
     *
     * @throws IOException the first failure, or an {@link InterruptedIOException} if the group was closed meanwhile
     */
    public synchronized void join() throws IOException {
        while (!running.isEmpty()) {
            try {
                wait();
            } catch (InterruptedException e) {
                throw interrupted();
            }
        }
        throwFailure();
        if (cancelled) {
            throw cancellation();
        }
    }

    /**
     * Waits until the tasks that run now have ended, while others may be started.
     *
     * @throws IOException the first failure, also of others, or an {@link InterruptedIOException} if the group was closed
     */
    public synchronized void joinStarted() throws IOException {
        Set<Thread> started = new HashSet<>(running);
        while (!Collections.disjoint(running, started)) {
            try {
                wait();
            } catch (InterruptedException e) {
                throw interrupted();
            }
        }
        throwFailure();
        if (cancelled) {
            throw cancellation();
        }
    }

    private synchronized void throwFailure() throws IOException {
        if (failure != null) {
            switch (failure) {
                case IOException e -> throw e;
                case RuntimeException e -> throw e;
                case Error e -> throw e;
                default -> throw new IllegalStateException(failure);
            }
        }
    }

    private InterruptedIOException cancellation() {
        return new InterruptedIOException(name + " was cancelled");
    }

    private InterruptedIOException interrupted() {
        Thread.currentThread().interrupt();
        return new InterruptedIOException(name + " was interrupted");
    }

    /** Cancels what still runs and waits for it. */
    @Override
    public synchronized void close() {
        cancelled = true;
        running.forEach(Thread::interrupt);
        boolean interrupted = false;
        while (!running.isEmpty()) {
            try {
                wait();
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
