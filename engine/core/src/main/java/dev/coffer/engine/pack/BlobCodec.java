package dev.coffer.engine.pack;

import dev.coffer.engine.blob.BlobHandle;
import dev.coffer.engine.blob.BlobType;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.compress.CompressionMode;
import dev.coffer.engine.compress.ZstdCodec;
import dev.coffer.engine.crypto.Crypto;
import dev.coffer.engine.errors.RepositoryException.CorruptData;
import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;

/**
 * Between a blob's plain content and its stored form: compress and seal, open and decompress. Whatever it opens it also
 * compares with the blob's id. Safe for use by any number of threads.
 */
public final class BlobCodec {

    /** The densest content of a frame: four bytes stand for a block of 128 KiB. */
    private static final long MAX_EXPANSION = (128 << 10) / 4;

    private final Crypto crypto;
    private final ZstdCodec zstd;
    private final boolean compressTrees;
    private final boolean compressData;
    private final boolean verifySealed;

    /**
     * A codec for one repository.
     *
     * @param crypto the repository's; stays the caller's to close
     * @param repositoryVersion only from version 2 on blobs are compressed
     * @param mode with {@link CompressionMode#OFF} trees are still compressed
     * @param verification whether each sealed blob is opened again and compared before it is stored
     */
    public BlobCodec(
            Crypto crypto, ZstdCodec zstd, int repositoryVersion, CompressionMode mode, Verification verification) {
        this.crypto = crypto;
        this.zstd = zstd;
        this.compressTrees = repositoryVersion >= 2;
        this.compressData = compressTrees && mode != CompressionMode.OFF;
        this.verifySealed = verification == Verification.BEFORE_STORING;
    }

    /** Whether what was sealed is checked before it is stored. */
    public enum Verification {
        BEFORE_STORING,
        NONE
    }

    /** Seals a blob; {@code plain} stays the caller's. */
    public SealedBlob seal(BlobHandle handle, byte[] plain, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, plain.length);
        SealedBlob sealed = compresses(handle.type(), length)
                ? sealCompressed(handle, plain, offset, length)
                : sealPlain(handle, plain, offset, length);
        if (verifySealed) {
            verify(sealed, plain, offset, length);
        }
        return sealed;
    }

    private boolean compresses(BlobType type, int length) {
        return length > 0 && (type == BlobType.TREE ? compressTrees : compressData);
    }

    private SealedBlob sealPlain(BlobHandle handle, byte[] plain, int offset, int length) throws IOException {
        byte[] out = new byte[length + Crypto.OVERHEAD];
        crypto.seal(plain, offset, length, out, 0);
        return new SealedBlob(handle, out, 0);
    }

    private SealedBlob sealCompressed(BlobHandle handle, byte[] plain, int offset, int length) throws IOException {
        byte[] frame = new byte[zstd.maxCompressedLength(length)];
        int frameLength = zstd.compress(plain, offset, length, frame, 0);
        byte[] out = new byte[frameLength + Crypto.OVERHEAD];
        crypto.seal(frame, 0, frameLength, out, 0);
        return new SealedBlob(handle, out, length);
    }

    /** Catches bad memory and broken code before anything wrong is stored. */
    private void verify(SealedBlob sealed, byte[] plain, int offset, int length) throws IOException {
        byte[] opened =
                openBytes(sealed.handle(), sealed.bytes(), 0, sealed.bytes().length, sealed.uncompressedLength());
        if (!Arrays.equals(opened, 0, opened.length, plain, offset, offset + length)) {
            throw new CorruptData(
                    "What was sealed as " + sealed.handle()
                            + " does not open to the same content again. Nothing wrong was"
                            + " stored; this points to faulty memory or hardware, so test that before going on.",
                    null);
        }
    }

    /**
     * Opens a stored blob and makes sure that it is the one asked for.
     *
     * @param stored holds the stored bytes from {@code offset} on; not changed
     * @return the plain content, the caller's
     * @throws CorruptData if the bytes are not those once stored
     */
    public byte[] open(PackedBlob blob, byte[] stored, int offset) throws IOException {
        byte[] plain = openBytes(blob.handle(), stored, offset, blob.length(), blob.uncompressedLength());
        if (!ObjectId.of(plain).equals(blob.handle().id())) {
            throw new CorruptData("The content of " + blob.handle() + " does not have the hash it is named by.", null);
        }
        return plain;
    }

    private byte[] openBytes(BlobHandle handle, byte[] stored, int offset, int length, int uncompressedLength)
            throws IOException {
        try {
            byte[] opened = new byte[Math.max(0, length - Crypto.OVERHEAD)];
            int openedLength = crypto.open(stored, offset, length, opened, 0);
            if (uncompressedLength == 0) {
                return opened;
            }
            requirePossible(openedLength, uncompressedLength);
            byte[] plain = new byte[uncompressedLength];
            zstd.decompress(opened, 0, openedLength, plain, 0, uncompressedLength);
            return plain;
        } catch (IOException e) {
            throw new CorruptData("The stored bytes of " + handle + " are damaged: " + e.getMessage() + ".", e);
        }
    }

    /** Before memory is taken for what a faulty index claims. */
    private static void requirePossible(int compressedLength, int claimed) throws IOException {
        if (claimed < 0 || claimed > compressedLength * MAX_EXPANSION) {
            throw new IOException(compressedLength + " compressed bytes cannot hold " + claimed);
        }
    }
}
