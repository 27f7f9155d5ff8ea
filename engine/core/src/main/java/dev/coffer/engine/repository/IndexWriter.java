package dev.coffer.engine.repository;

import dev.coffer.backend.FileType;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.index.Index;
import dev.coffer.engine.index.IndexCodec;
import dev.coffer.engine.index.IndexedPack;
import dev.coffer.engine.pack.PackedBlob;
import dev.coffer.engine.store.FileStore;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects stored packs into index files. A file is written when it is full or old, so that an interrupted backup loses no
 * more than ten minutes of uploads, and at the end. Safe for use by several threads.
 *
 * <p>The index in memory learns of a pack only when a stored index file lists it: another session that relies on the index
 * may refer to a blob without storing or listing it again. A failure ends the use of a writer, for what it had collected is
 * listed nowhere.
 */
final class IndexWriter {

    /** A file that lists so many is full. */
    static final int FULL_BLOBS = 50_000;

    private static final Duration FULL_AGE = Duration.ofMinutes(10);

    private final FileStore files;
    private final Index index;
    private final Claims claims;
    private List<IndexedPack> pending = new ArrayList<>();
    private int pendingBlobs;

    /** Files on their way to the store. */
    private int unsaved;

    private boolean failed;
    private Instant started = Instant.now();

    IndexWriter(FileStore files, Index index, Claims claims) {
        this.files = files;
        this.index = index;
        this.claims = claims;
    }

    /** Records a pack that is stored. */
    void add(ObjectId pack, List<PackedBlob> blobs) throws IOException {
        List<IndexedPack> full;
        synchronized (this) {
            pending.add(new IndexedPack(pack, blobs));
            pendingBlobs += blobs.size();
            boolean old = Duration.between(started, Instant.now()).compareTo(FULL_AGE) > 0;
            if (pendingBlobs < FULL_BLOBS && !old) {
                return;
            }
            full = takePending();
        }
        save(full);
    }

    /** Returns when stored files list all packs recorded so far. */
    void flush() throws IOException {
        List<IndexedPack> rest;
        synchronized (this) {
            rest = takePending();
        }
        save(rest);
        awaitOthers();
    }

    private synchronized void awaitOthers() throws IOException {
        while (unsaved > 0) {
            try {
                wait();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("interrupted while index files were stored");
            }
        }
        if (failed) {
            throw new IOException("an index file could not be stored");
        }
    }

    private synchronized void saved(boolean success) {
        unsaved--;
        failed |= !success;
        notifyAll();
    }

    /** Whoever takes packs has to save them. */
    private List<IndexedPack> takePending() {
        unsaved++;
        List<IndexedPack> taken = pending;
        pending = new ArrayList<>();
        pendingBlobs = 0;
        started = Instant.now();
        return taken;
    }

    private void save(List<IndexedPack> packs) throws IOException {
        boolean success = false;
        try {
            if (!packs.isEmpty()) {
                files.save(FileType.INDEX, document -> IndexCodec.encode(packs, document));
            }
            for (IndexedPack pack : packs) {
                index.add(pack.pack(), pack.blobs());
                claims.release(pack.blobs());
            }
            success = true;
        } finally {
            saved(success);
        }
    }
}
