package dev.coffer.engine.prune;

import dev.coffer.engine.blob.ObjectId;

/**
 * How much of a pack is needed, by what the index knows of it.
 *
 * @param used blobs that are needed, and from this pack
 * @param duplicate blobs that are needed, but kept in another pack
 * @param unused blobs that nobody needs
 * @param headerBytes of everything but the blobs
 * @param uncompressed whether any blob is not compressed
 */
public record PackUsage(
        ObjectId pack,
        Content content,
        BlobSum used,
        BlobSum duplicate,
        BlobSum unused,
        long headerBytes,
        boolean uncompressed) {

    /** What kinds of blobs a pack holds. */
    public enum Content {
        DATA,
        TREES,
        MIXED
    }

    /** Of a pack that the index does not know. */
    static PackUsage unknown(ObjectId pack) {
        return new PackUsage(pack, Content.DATA, BlobSum.NONE, BlobSum.NONE, BlobSum.NONE, 0, false);
    }

    public boolean isUsed() {
        return used.blobs() > 0;
    }

    /** What goes when the pack is removed or rewritten. */
    public BlobSum surplus() {
        return duplicate.plus(unused);
    }

    /** Bytes that the whole file should have. */
    public long size() {
        return usefulSize() + surplus().bytes();
    }

    /** Bytes that are needed, header included. */
    long usefulSize() {
        return used.bytes() + headerBytes;
    }
}
