package dev.coffer.engine.blob;

/**
 * The identity of a blob.
 *
 * @param type what it holds
 * @param id SHA-256 of its plain content
 */
public record BlobHandle(BlobType type, ObjectId id) {

    public static BlobHandle data(ObjectId id) {
        return new BlobHandle(BlobType.DATA, id);
    }

    public static BlobHandle tree(ObjectId id) {
        return new BlobHandle(BlobType.TREE, id);
    }

    /** For messages: {@code tree 1f2e3d4c}. */
    @Override
    public String toString() {
        return type.label() + " " + id.shortHex();
    }
}
