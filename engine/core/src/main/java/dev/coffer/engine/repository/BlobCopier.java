package dev.coffer.engine.repository;

import dev.coffer.engine.index.IndexedPack;
import dev.coffer.engine.pack.PackedBlob;
import dev.coffer.engine.repository.BlobLoader.BlobReceiver;
import dev.coffer.engine.tasks.TaskGroup;
import java.io.IOException;
import java.util.function.Consumer;

/**
 * Copies blobs out of packs into new packs, also such as the repository has elsewhere. Every blob is verified when it is read, and
 * taken from another pack if it is damaged where it should be.
 *
 * <p>Memory: for each connection of the source what {@link BlobLoader} reads at a time, and what the saver holds.
 */
public final class BlobCopier {

    private final BlobLoader source;
    private final int parallelism;
    private final BlobSaver target;

    /**
     * A copier.
     *
     * @param source its index is loaded
     * @param target the caller's to flush and to close
     */
    public BlobCopier(Repository source, BlobSaver target) {
        this.source = source.blobs();
        this.parallelism = source.backend().properties().connections();
        this.target = target;
    }

    /**
     * Copies blobs; they are stored when the target was flushed.
     *
     * @param packs of the source, each with those of its blobs that are to be copied; no blob twice
     * @param done told of each pack once its blobs are copied, on any thread
     * @throws IOException if a blob cannot be had from any pack
     */
    public void copy(Iterable<IndexedPack> packs, Consumer<IndexedPack> done) throws IOException {
        BlobReceiver receiver = new Receiver();
        try (TaskGroup group = new TaskGroup("blob copy", parallelism)) {
            for (IndexedPack pack : packs) {
                group.fork(() -> {
                    source.loadFromPack(pack.pack(), pack.blobs(), receiver);
                    done.accept(pack);
                });
            }
            group.join();
        }
    }

    private final class Receiver implements BlobReceiver {

        @Override
        public void loaded(PackedBlob blob, byte[] content, int length) throws IOException {
            target.saveCopy(blob.handle(), content, length);
        }

        @Override
        public void failed(PackedBlob blob, IOException reason) throws IOException {
            throw reason;
        }
    }
}
