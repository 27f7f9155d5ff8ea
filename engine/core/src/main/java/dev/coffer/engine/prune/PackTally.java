package dev.coffer.engine.prune;

import dev.coffer.engine.blob.BlobType;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.index.IndexedPack;
import dev.coffer.engine.pack.PackHeader;
import dev.coffer.engine.pack.PackedBlob;

/** Sums up the blobs of one pack; those with copies elsewhere count as duplicates until one of them is chosen to be used. */
final class PackTally {

    private final ObjectId pack;
    private final long headerBytes;
    private boolean data;
    private boolean trees;
    private boolean uncompressed;
    private int used;
    private long usedBytes;
    private int duplicate;
    private long duplicateBytes;
    private int unused;
    private long unusedBytes;

    PackTally(IndexedPack indexed) {
        this.pack = indexed.pack();
        long blobBytes = 0;
        for (PackedBlob blob : indexed.blobs()) {
            data |= blob.handle().type() == BlobType.DATA;
            trees |= blob.handle().type() == BlobType.TREE;
            uncompressed |= !blob.compressed();
            blobBytes += blob.length();
        }
        this.headerBytes = PackHeader.packSize(indexed.blobs()) - blobBytes;
    }

    void addUsed(PackedBlob blob) {
        used++;
        usedBytes += blob.length();
    }

    void addDuplicate(PackedBlob blob) {
        duplicate++;
        duplicateBytes += blob.length();
    }

    void addUnused(PackedBlob blob) {
        unused++;
        unusedBytes += blob.length();
    }

    boolean hasDuplicates() {
        return duplicate > 0;
    }

    /**
     * Whether copies are best kept here: where others are needed anyway, or where all are copies, as in a pack that an
     * interrupted prune has written.
     */
    boolean attractsCopies() {
        return used > 0 || unused == 0;
    }

    /** Makes a duplicate the copy that is used. */
    void choose(PackedBlob blob) {
        duplicate--;
        duplicateBytes -= blob.length();
        addUsed(blob);
    }

    PackUsage usage() {
        PackUsage.Content content =
                data && trees ? PackUsage.Content.MIXED : trees ? PackUsage.Content.TREES : PackUsage.Content.DATA;
        return new PackUsage(
                pack,
                content,
                new BlobSum(used, usedBytes),
                new BlobSum(duplicate, duplicateBytes),
                new BlobSum(unused, unusedBytes),
                headerBytes,
                uncompressed);
    }
}
