package dev.coffer.engine.blob;

import org.jspecify.annotations.Nullable;

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

    /** Written out, like the next: a record's own would be made anew by the JVM at every start. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BlobHandle handle && type == handle.type && id.equals(handle.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** For messages: {@code tree 1f2e3d4c}. */
    @Override
    public String toString() {
        return type.label() + " " + id.shortHex();
    }
}
