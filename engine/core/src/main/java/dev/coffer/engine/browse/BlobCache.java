package dev.coffer.engine.browse;

import dev.coffer.engine.blob.BlobHandle;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.repository.BlobLoader;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;

/**
 * Content that was read lately or will be read soon, up to a number of bytes. Several readers of one blob share one load. Safe for
 * use by any number of threads.
 */
final class BlobCache {

    /** Somebody is waiting for each load, so the oldest ones are not thrown away before there are a few. */
    private static final int MIN_BLOBS = 8;

    private final BlobLoader blobs;
    private final long maxBytes;
    private final Semaphore connections;
    private final Map<ObjectId, Loading> loads = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    /** @param connections loads at a time */
    BlobCache(BlobLoader blobs, long maxBytes, int connections) {
        this.blobs = blobs;
        this.maxBytes = maxBytes;
        this.connections = new Semaphore(connections, true);
    }

    /** Content on its way, and its length once it is there. */
    private final class Loading {

        final FutureTask<byte[]> task;
        long length;

        Loading(ObjectId id) {
            task = new FutureTask<>(() -> load(id, this));
        }
    }

    /** The content of a blob, which nobody may change. */
    byte[] get(ObjectId id) throws IOException {
        try {
            return start(id).task.get();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while loading content");
        } catch (ExecutionException e) {
            throw new IOException(
                    e.getCause() == null ? e.getMessage() : e.getCause().getMessage(), e);
        }
    }

    /** Has a blob loaded in the background. */
    void prepare(ObjectId id) {
        start(id);
    }

    private Loading start(ObjectId id) {
        Loading fresh;
        synchronized (loads) {
            Loading known = loads.get(id);
            if (known != null) {
                return known;
            }
            fresh = new Loading(id);
            loads.put(id, fresh);
        }
        Thread.ofVirtual().name("blob " + id.shortHex()).start(fresh.task);
        return fresh;
    }

    private byte[] load(ObjectId id, Loading loading) throws IOException, InterruptedException {
        connections.acquire();
        try {
            byte[] content = blobs.load(BlobHandle.data(id));
            count(loading, content.length);
            return content;
        } catch (IOException | RuntimeException e) {
            forget(id);
            throw e;
        } finally {
            connections.release();
        }
    }

    /** What failed may succeed the next time. */
    private void forget(ObjectId id) {
        synchronized (loads) {
            loads.remove(id);
        }
    }

    private void count(Loading loading, int length) {
        synchronized (loads) {
            loading.length = length;
            bytes += length;
            Iterator<Loading> oldest = loads.values().iterator();
            while (bytes > maxBytes && loads.size() > MIN_BLOBS && oldest.hasNext()) {
                Loading candidate = oldest.next();
                if (candidate.length > 0 && candidate != loading) {
                    bytes -= candidate.length;
                    oldest.remove();
                }
            }
        }
    }
}
