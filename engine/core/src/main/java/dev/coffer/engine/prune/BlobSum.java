package dev.coffer.engine.prune;

/**
 * Some blobs, summed up.
 *
 * @param bytes as they are stored, without their entries in headers
 */
public record BlobSum(long blobs, long bytes) {

    public static final BlobSum NONE = new BlobSum(0, 0);

    BlobSum plus(BlobSum other) {
        return new BlobSum(blobs + other.blobs, bytes + other.bytes);
    }

    BlobSum minus(BlobSum other) {
        return new BlobSum(blobs - other.blobs, bytes - other.bytes);
    }
}
