package dev.coffer.engine.query;

import dev.coffer.engine.blob.BlobHandle;
import dev.coffer.engine.blob.BlobSet;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.crypto.Crypto;
import dev.coffer.engine.errors.RepositoryException.MissingBlob;
import dev.coffer.engine.pack.PackedBlob;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.tree.Node;
import dev.coffer.engine.walk.DistinctTreeVisitor;
import dev.coffer.engine.walk.DistinctTreeWalker;
import java.io.IOException;
import java.util.Collection;

/** Counts the blobs that snapshots use as they are stored, each as often as it is stored. */
final class RawDataCount {

    private final Repository repository;
    private final BlobSet used = new BlobSet();
    private long missing;
    private long blobs;
    private long size;
    private long uncompressedSize;
    private long compressedBlobs;
    private long compressedBlobsUncompressed;

    RawDataCount(Repository repository) {
        this.repository = repository;
    }

    Statistics count(Collection<ObjectId> roots) throws IOException {
        roots.forEach(root -> use(BlobHandle.tree(root)));
        new DistinctTreeWalker(repository).walk(roots, new UsedBlobs());
        repository.index().forEach((_, blob) -> count(blob));
        used.forEach(blob -> missing += repository.index().contains(blob) ? 0 : 1);
        if (missing > 0) {
            throw new MissingBlob("The index does not know " + missing + " of the blobs that the snapshots use."
                    + " `check` tells which.");
        }
        boolean compressing = repository.config().version() >= 2;
        return new Statistics(
                roots.size(),
                size,
                compressing ? uncompressedSize : 0,
                new Statistics.CompressedBlobs(compressedBlobs, compressedBlobsUncompressed),
                0,
                blobs);
    }

    private synchronized void use(BlobHandle blob) {
        used.add(blob);
    }

    private void count(PackedBlob blob) {
        if (!used.contains(blob.handle())) {
            return;
        }
        blobs++;
        long uncompressed = (long) blob.plainLength() + Crypto.OVERHEAD;
        size += blob.length();
        uncompressedSize += uncompressed;
        if (blob.compressed()) {
            compressedBlobs += blob.length();
            compressedBlobsUncompressed += uncompressed;
        }
    }

    private final class UsedBlobs implements DistinctTreeVisitor {

        @Override
        public void node(ObjectId tree, Node node) {
            DifferenceSide.forEachBlob(node, RawDataCount.this::use);
        }

        @Override
        public void unreadable(ObjectId tree, IOException reason) throws IOException {
            throw reason;
        }
    }
}
