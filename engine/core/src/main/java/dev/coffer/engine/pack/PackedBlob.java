package dev.coffer.engine.pack;

import dev.coffer.engine.blob.BlobHandle;
import dev.coffer.engine.crypto.Crypto;
import org.jspecify.annotations.Nullable;

/**
 * A blob's place in a pack.
 *
 * @param handle identity of the blob
 * @param offset of its first stored byte in the pack
 * @param length stored bytes, encryption overhead included
 * @param uncompressedLength length of the plain content if that was compressed, 0 if it was not
 */
public record PackedBlob(BlobHandle handle, long offset, int length, int uncompressedLength) {

    /** Written out, like the next: a record's own would be made anew by the JVM at every start. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PackedBlob blob
                && handle.equals(blob.handle)
                && offset == blob.offset
                && length == blob.length
                && uncompressedLength == blob.uncompressedLength;
    }

    @Override
    public int hashCode() {
        return handle.hashCode();
    }

    public boolean compressed() {
        return uncompressedLength != 0;
    }

    /** Bytes of plain content. */
    public int plainLength() {
        return compressed() ? uncompressedLength : length - Crypto.OVERHEAD;
    }

    /** Position after the last stored byte. */
    public long end() {
        return offset + length;
    }
}
