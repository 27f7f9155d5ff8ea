package dev.coffer.backend.wrap;

import dev.coffer.backend.Handle;
import java.io.IOException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Lets threads that want the same file at the same time share one request. */
final class Fetches {

    private final ConcurrentMap<Handle, FutureTask<byte[]>> running = new ConcurrentHashMap<>();

    /**
     * Runs the request, or waits for a thread that does so for this file. If that one fails, for example because it was
     * interrupted, this thread makes the request itself.
     *
     * @return an array that other threads may have as well
     */
    byte[] run(Handle handle, Request<byte[]> request) throws IOException {
        FutureTask<byte[]> own = new FutureTask<>(request::run);
        FutureTask<byte[]> first = running.putIfAbsent(handle, own);
        try {
            return first == null ? lead(handle, own) : first.get();
        } catch (InterruptedException e) {
            throw Interruptions.during("waiting for " + handle, e);
        } catch (ExecutionException e) {
            if (first == null) {
                throw unwrap(e);
            }
            return request.run();
        }
    }

    private byte[] lead(Handle handle, FutureTask<byte[]> task) throws InterruptedException, ExecutionException {
        try {
            task.run();
        } finally {
            running.remove(handle, task);
        }
        return task.get();
    }

    private static IOException unwrap(ExecutionException wrapper) {
        return switch (wrapper.getCause()) {
            case IOException failure -> failure;
            case RuntimeException failure -> throw failure;
            case Error failure -> throw failure;
            case null, default -> new IOException(wrapper);
        };
    }
}
