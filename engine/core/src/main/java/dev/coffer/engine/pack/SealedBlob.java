package dev.coffer.engine.pack;

import dev.coffer.engine.blob.BlobHandle;
import dev.coffer.engine.buffer.Buffer;

/**
 * A blob ready to go into a pack. The owner closes it once it has been copied there.
 *
 * @param handle identity of the blob
 * @param buffer what is to be stored
 * @param uncompressedLength plain length if compressed, else 0
 */
public record SealedBlob(BlobHandle handle, Buffer buffer, int uncompressedLength) implements AutoCloseable {

    /** What is to be stored are the first {@link #length} of these. */
    public byte[] bytes() {
        return buffer.bytes();
    }

    /** Number of bytes to be stored. */
    public int length() {
        return buffer.length();
    }

    @Override
    public void close() {
        buffer.close();
    }
}
