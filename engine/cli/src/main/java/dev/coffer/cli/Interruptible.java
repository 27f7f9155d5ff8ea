package dev.coffer.cli;

import dev.coffer.engine.errors.FailureText;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Waits for what the JDK does not let anybody interrupt, such as somebody typing. */
final class Interruptible {

    private Interruptible() {}

    /**
     * Runs the action on a thread of its own and waits for it.
     *
     * @throws InterruptedIOException if the caller is interrupted; the action is left alone then, and must not matter any more
     */
    static <T> T call(Callable<T> action) throws IOException {
        FutureTask<T> task = new FutureTask<>(action);
        Thread.ofPlatform().daemon().name("waiting for input").start(task);
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            InterruptedIOException failure = new InterruptedIOException("interrupted while waiting for a password");
            failure.initCause(e);
            throw failure;
        } catch (ExecutionException e) {
            throw new IOException(FailureText.of(Objects.requireNonNullElse(e.getCause(), e)), e);
        }
    }
}
