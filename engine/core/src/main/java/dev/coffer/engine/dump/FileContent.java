package dev.coffer.engine.dump;

import dev.coffer.engine.blob.BlobHandle;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.repository.BlobLoader;
import dev.coffer.engine.repository.Repository;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * Writes the content of files, while the blobs that come next are loaded ahead: as many as the store has connections.
 * Safe for use by any number of threads.
 */
final class FileContent {

    private final BlobLoader blobs;
    private final int ahead;

    FileContent(Repository repository) {
        this.blobs = repository.blobs();
        this.ahead = repository.backend().properties().connections();
    }

    void write(List<ObjectId> content, OutputStream out) throws IOException {
        Deque<FutureTask<byte[]>> loading = new ArrayDeque<>();
        Iterator<ObjectId> next = content.iterator();
        try {
            while (next.hasNext() || !loading.isEmpty()) {
                while (next.hasNext() && loading.size() < ahead) {
                    loading.add(start(next.next()));
                }
                out.write(await(loading.remove()));
            }
        } finally {
            loading.forEach(task -> task.cancel(true));
        }
    }

    private FutureTask<byte[]> start(ObjectId id) {
        FutureTask<byte[]> task = new FutureTask<>(() -> blobs.load(BlobHandle.data(id)));
        Thread.ofVirtual().name("blob " + id.shortHex()).start(task);
        return task;
    }

    private static byte[] await(FutureTask<byte[]> task) throws IOException {
        try {
            return task.get();
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while loading a file");
        } catch (ExecutionException e) {
            throw rethrown(e.getCause());
        }
    }

    private static IOException rethrown(@Nullable Throwable failure) {
        return switch (failure) {
            case IOException e -> e;
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            case null, default -> throw new IllegalStateException("loading a blob failed without a reason");
        };
    }
}
