package dev.coffer.engine.repository;

import dev.coffer.engine.blob.BlobHandle;
import dev.coffer.engine.blob.BlobType;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.pack.BlobCodec;
import dev.coffer.engine.pack.GrowingBlob;
import dev.coffer.engine.pack.PackHeader;
import dev.coffer.engine.pack.PackedBlob;
import dev.coffer.engine.pack.SealedBlob;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/**
 * A session of saving blobs. Nothing of it is visible to others before {@link #flush()} has returned; after that everything
 * is stored, durable and indexed, and may be referred to.
 *
 * <p>Any number of threads may save at the same time. Saving costs CPU time (hashing, compressing, sealing) on the calling
 * thread and waits while the store is slower than the callers, so call it from a bounded pool of threads. Closing without a
 * flush abandons packs that are not yet complete; those that are stored already do no harm.
 *
 * <p>A session that failed once fails for good: the blob that could not be stored may be one that another thread was told it
 * need not store. So no flush ever succeeds after a failure, whoever caught that.
 */
public final class BlobSaver implements AutoCloseable {

    private final Claims claims;
    private final BlobCodec codec;
    private final IndexWriter indexWriter;
    private final PackDrafts drafts;
    private final PackUploader uploader;
    private final PackManager dataPacks;
    private final PackManager treePacks;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    /** Shared from the claim of a blob until it is in a pack; so whoever holds it alone finds all claimed blobs in packs. */
    private final ReadWriteLock claiming = new ReentrantReadWriteLock();

    BlobSaver(
            Claims claims,
            BlobCodec codec,
            IndexWriter indexWriter,
            PackDrafts drafts,
            PackUploader uploader,
            PackManager dataPacks,
            PackManager treePacks) {
        this.claims = claims;
        this.codec = codec;
        this.indexWriter = indexWriter;
        this.drafts = drafts;
        this.uploader = uploader;
        this.dataPacks = dataPacks;
        this.treePacks = treePacks;
    }

    /**
     * Saves a blob unless the repository has it, elsewhere than in packs that are to go ({@link
     * dev.coffer.engine.index.Index#keeps}). The content stays the caller's and may change after the return.
     */
    public SavedBlob save(BlobType type, byte[] content, int offset, int length) throws IOException {
        ObjectId id = ObjectId.of(content, offset, length);
        BlobHandle handle = new BlobHandle(type, id);
        return watched(() -> claims.claim(handle)
                ? store(codec.seal(handle, content, offset, length), length)
                : new SavedBlob(id, false, length, 0));
    }

    /**
     * Saves another copy of a blob, whether the repository has it or not: for those who are about to remove packs that hold it.
     *
     * @param handle what the content was compared with already
     * @param content stays the caller's and may change after the return
     */
    public void saveCopy(BlobHandle handle, byte[] content, int length) throws IOException {
        watched(() -> store(codec.seal(handle, content, 0, length), length));
    }

    /** Whether a blob is stored and may be relied on, or is on its way through this session. */
    public boolean holds(BlobHandle blob) {
        return claims.covers(blob);
    }

    /** Has the index list a pack that was stored before this session, but that no index file lists. */
    public void adopt(ObjectId pack, List<PackedBlob> blobs) throws IOException {
        watched(() -> {
            indexWriter.add(pack, blobs);
            return true;
        });
    }

    /** Begins a blob whose content comes in parts. Nothing is saved before it is handed over. */
    public GrowingBlob begin(BlobType type) throws IOException {
        return codec.begin(type);
    }

    /** Saves a blob that came in parts, and is of no use afterwards, unless the repository has it. */
    public SavedBlob save(GrowingBlob blob) throws IOException {
        return watched(() -> {
            try (blob) {
                BlobHandle handle = blob.finish();
                return claims.claim(handle)
                        ? store(codec.seal(handle, blob), blob.length())
                        : new SavedBlob(handle.id(), false, blob.length(), 0);
            }
        });
    }

    /** A part of saving, whose failure is the session's. */
    private interface Part<T> {
        T run() throws IOException;
    }

    private <T> T watched(Part<T> part) throws IOException {
        claiming.readLock().lock();
        try {
            return part.run();
        } catch (IOException | RuntimeException | Error e) {
            failure.compareAndSet(null, e);
            throw e;
        } finally {
            claiming.readLock().unlock();
        }
    }

    private SavedBlob store(SealedBlob blob, int length) throws IOException {
        try (blob) {
            BlobHandle handle = blob.handle();
            (handle.type() == BlobType.TREE ? treePacks : dataPacks).add(blob);
            int entry = PackHeader.entrySize(blob.uncompressedLength() != 0);
            return new SavedBlob(handle.id(), true, length, blob.length() + entry);
        }
    }

    /**
     * Stores everything saved so far, and its index. Others may go on saving meanwhile; what they are told to be saved by then
     * is stored, too.
     *
     * @throws IOException also if an earlier call failed
     */
    public void flush() throws IOException {
        requireSound();
        try {
            storeAll();
        } catch (IOException | RuntimeException | Error e) {
            failure.compareAndSet(null, e);
            throw e;
        }
        requireSound();
    }

    private void requireSound() throws IOException {
        Throwable first = failure.get();
        if (first instanceof IOException e) {
            throw e;
        }
        if (first != null) {
            throw new IOException("cannot finish saving, because a part of it failed: " + first.getMessage(), first);
        }
    }

    private void storeAll() throws IOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("interrupted before the last packs were stored");
        }
        claiming.writeLock().lock();
        try {
            dataPacks.flush();
            treePacks.flush();
        } finally {
            claiming.writeLock().unlock();
        }
        uploader.await();
        indexWriter.flush();
    }

    @Override
    public void close() {
        uploader.close();
        drafts.close();
    }
}
