package dev.coffer.engine.pack;

import dev.coffer.engine.blob.BlobHandle;
import dev.coffer.engine.blob.BlobType;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.buffer.Buffer;
import dev.coffer.engine.buffer.BufferPool;
import dev.coffer.engine.compress.CompressionMode;
import dev.coffer.engine.compress.CorruptFrame;
import dev.coffer.engine.compress.ZstdCodec;
import dev.coffer.engine.crypto.AuthenticationFailed;
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

    private final BufferPool buffers;
    private final Crypto crypto;
    private final ZstdCodec zstd;
    private final boolean compressTrees;
    private final boolean compressData;
    private final boolean verifySealed;

    /**
     * A codec for one repository.
     *
     * @param buffers where memory comes from
     * @param crypto the repository's; stays the caller's to close
     * @param repositoryVersion only from version 2 on blobs are compressed
     * @param mode with {@link CompressionMode#OFF} trees are still compressed
     * @param verification whether each sealed blob is opened again and compared before it is stored
     */
    public BlobCodec(
            BufferPool buffers,
            Crypto crypto,
            ZstdCodec zstd,
            int repositoryVersion,
            CompressionMode mode,
            Verification verification) {
        this.buffers = buffers;
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

    /**
     * Seals a blob; {@code plain} stays the caller's.
     *
     * @return the caller's to close
     */
    public SealedBlob seal(BlobHandle handle, byte[] plain, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, plain.length);
        return compresses(handle.type(), length)
                ? sealCompressed(handle, plain, offset, length)
                : sealPlain(handle, plain, offset, length);
    }

    private boolean compresses(BlobType type, int length) {
        return length > 0 && (type == BlobType.TREE ? compressTrees : compressData);
    }

    private SealedBlob sealPlain(BlobHandle handle, byte[] plain, int offset, int length) throws IOException {
        SealedBlob sealed = seal(handle, plain, offset, length, 0);
        if (verifySealed) {
            try (Buffer opened = buffers.take(length)) {
                decrypt(sealed, opened.bytes());
                requireSame(handle, opened.bytes(), plain, offset, length);
            }
        }
        return sealed;
    }

    private SealedBlob sealCompressed(BlobHandle handle, byte[] plain, int offset, int length) throws IOException {
        try (Buffer frame = buffers.take(zstd.maxCompressedLength(length))) {
            int frameLength = zstd.compress(plain, offset, length, frame.bytes(), 0);
            SealedBlob sealed = seal(handle, frame.bytes(), 0, frameLength, length);
            if (verifySealed) {
                verifyCompressed(sealed, frame, plain, offset);
            }
            return sealed;
        }
    }

    private SealedBlob seal(BlobHandle handle, byte[] content, int offset, int length, int uncompressedLength) {
        Buffer out = buffers.take(Math.addExact(length, Crypto.OVERHEAD));
        crypto.seal(content, offset, length, out.bytes(), 0);
        return new SealedBlob(handle, out, uncompressedLength);
    }

    /** @param frame is overwritten with what the sealed bytes really hold */
    private void verifyCompressed(SealedBlob sealed, Buffer frame, byte[] plain, int offset) throws IOException {
        int length = sealed.uncompressedLength();
        int frameLength = decrypt(sealed, frame.bytes());
        if (ZstdCodec.plainlyHolds(frame.bytes(), frameLength, plain, offset, length)) {
            return;
        }
        try (Buffer opened = buffers.take(length)) {
            zstd.decompress(frame.bytes(), 0, frameLength, opened.bytes(), 0, length);
            requireSame(sealed.handle(), opened.bytes(), plain, offset, length);
        } catch (CorruptFrame _) {
            throw wronglySealed(sealed.handle());
        }
    }

    private int decrypt(SealedBlob sealed, byte[] target) throws CorruptData {
        try {
            return crypto.open(sealed.bytes(), 0, sealed.length(), target, 0);
        } catch (AuthenticationFailed _) {
            throw wronglySealed(sealed.handle());
        }
    }

    /** Catches bad memory and broken code before anything wrong is stored. */
    private static void requireSame(BlobHandle handle, byte[] opened, byte[] plain, int offset, int length)
            throws CorruptData {
        if (!Arrays.equals(opened, 0, length, plain, offset, offset + length)) {
            throw wronglySealed(handle);
        }
    }

    private static CorruptData wronglySealed(BlobHandle handle) {
        return new CorruptData(
                "What was sealed as " + handle + " does not open to the same content again. Nothing wrong was stored;"
                        + " this points to faulty memory or hardware, so test that before going on.",
                null);
    }

    /**
     * Opens a stored blob and makes sure that it is the one asked for.
     *
     * @param stored holds the stored bytes from {@code offset} on; not changed
     * @return the plain content, the caller's to close
     * @throws CorruptData if the bytes are not those once stored
     */
    public Buffer open(PackedBlob blob, byte[] stored, int offset) throws IOException {
        Buffer plain = decode(blob, stored, offset);
        if (!ObjectId.of(plain.bytes(), 0, plain.length()).equals(blob.handle().id())) {
            plain.close();
            throw new CorruptData("The content of " + blob.handle() + " does not have the hash it is named by.", null);
        }
        return plain;
    }

    private Buffer decode(PackedBlob blob, byte[] stored, int offset) throws IOException {
        Buffer opened = buffers.take(Math.max(0, blob.length() - Crypto.OVERHEAD));
        try {
            crypto.open(stored, offset, blob.length(), opened.bytes(), 0);
            if (blob.uncompressedLength() == 0) {
                return opened;
            }
            requirePossible(opened.length(), blob.uncompressedLength());
            Buffer plain = buffers.take(blob.uncompressedLength());
            zstd.decompress(opened.bytes(), 0, opened.length(), plain.bytes(), 0, plain.length());
            opened.close();
            return plain;
        } catch (IOException e) {
            throw new CorruptData("The stored bytes of " + blob.handle() + " are damaged: " + e.getMessage() + ".", e);
        }
    }

    /** Before memory is taken for what a faulty index claims. */
    private static void requirePossible(int compressedLength, int claimed) throws IOException {
        if (claimed < 0 || claimed > compressedLength * MAX_EXPANSION) {
            throw new IOException(compressedLength + " compressed bytes cannot hold " + claimed);
        }
    }
}
