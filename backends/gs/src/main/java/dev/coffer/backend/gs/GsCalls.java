package dev.coffer.backend.gs;

import dev.coffer.backend.BackendException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Makes calls of Google's client end soon when their thread is interrupted or nothing moves, and makes its failures ours. The
 * client waits on sockets, which only a virtual thread leaves when it is interrupted: so each call gets one. For any number of
 * threads.
 *
 * @param server its address, for messages
 * @param stallLimit how long nothing may move
 */
record GsCalls(String server, Duration stallLimit) {

    /** Something to ask of the client. */
    @FunctionalInterface
    interface Call<T> {

        /** @param traffic to be told of what moves, unless that is little */
        T run(Traffic traffic) throws IOException;
    }

    /**
     * Returns, or fails, when the call has ended: nothing is read from or written to the caller's memory afterwards.
     *
     * @param attempt what is wanted, for messages, such as {@code load data/1f2e…}
     */
    <T> T run(String attempt, Call<T> call) throws IOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("interrupted before the attempt to " + attempt);
        }
        Traffic traffic = new Traffic();
        FutureTask<T> task = new FutureTask<>(() -> call.run(traffic));
        Thread thread = Thread.ofVirtual().name("gs").start(task);
        try {
            return await(attempt, task, traffic);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            InterruptedIOException interrupted = new InterruptedIOException("interrupted in the attempt to " + attempt);
            interrupted.initCause(e);
            throw interrupted;
        } catch (ExecutionException e) {
            throw GsFailures.of(attempt + " at " + server, Objects.requireNonNullElse(e.getCause(), e));
        } finally {
            task.cancel(true);
            awaitEnd(thread);
        }
    }

    private <T> T await(String attempt, FutureTask<T> task, Traffic traffic)
            throws InterruptedException, ExecutionException, BackendException {
        long before;
        do {
            before = traffic.count();
            try {
                return task.get(stallLimit.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException _) {
                // perhaps much has moved meanwhile
            }
        } while (traffic.count() != before);
        throw new BackendException.Transient(
                "cannot " + attempt + " at " + server + ": no byte has moved for too long", null);
    }

    /** However often this thread is interrupted: until the other has ended, the caller's memory is in use. */
    private static void awaitEnd(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
