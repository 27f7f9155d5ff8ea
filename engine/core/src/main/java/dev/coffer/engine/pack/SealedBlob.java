package dev.coffer.engine.pack;

import dev.coffer.engine.blob.BlobHandle;

/**
 * A blob ready to go into a pack.
 *
 * @param handle identity of the blob
 * @param bytes what is stored; owned by the pack once added to one
 * @param uncompressedLength plain length if compressed, else 0
 */
public record SealedBlob(BlobHandle handle, byte[] bytes, int uncompressedLength) {}
