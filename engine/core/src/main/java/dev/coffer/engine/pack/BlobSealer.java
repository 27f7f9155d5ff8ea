package dev.coffer.engine.pack;

import dev.coffer.engine.blob.BlobHandle;
import dev.coffer.engine.blob.BlobType;
import dev.coffer.engine.buffer.Buffer;
import dev.coffer.engine.buffer.BufferPool;
import dev.coffer.engine.buffer.PartCheck;
import dev.coffer.engine.buffer.Segments;
import dev.coffer.engine.compress.CorruptFrame;
import dev.coffer.engine.compress.RawFrameReader;
import dev.coffer.engine.compress.ZstdCodec;
import dev.coffer.engine.crypto.AuthenticationFailed;
import dev.coffer.engine.crypto.Crypto;
import dev.coffer.engine.errors.RepositoryException.CorruptData;
import java.io.IOException;
import java.util.Arrays;

/**
 * Compresses and seals blobs, and opens each again to compare it, if that is wanted. Safe for use by any number of threads.
 *
 * @param opener what opens blobs later
 * @param compressTrees whether trees are compressed
 * @param compressData whether data are compressed
 * @param verify whether each sealed blob is opened again
 */
record BlobSealer(
        BufferPool buffers,
        Crypto crypto,
        ZstdCodec zstd,
        BlobOpener opener,
        boolean compressTrees,
        boolean compressData,
        boolean verify) {

    SealedBlob seal(BlobHandle handle, byte[] plain, int offset, int length) throws IOException {
        return compresses(handle.type(), length)
                ? sealCompressed(handle, plain, offset, length)
                : sealPlain(handle, plain, offset, length);
    }

    GrowingBlob begin(BlobType type) throws IOException {
        Segments stored = new Segments(buffers);
        return new GrowingBlob(type, stored, compresses(type) ? zstd.compressing(stored) : stored);
    }

    SealedBlob seal(BlobHandle handle, GrowingBlob blob) throws IOException {
        int length = Math.toIntExact(blob.stored().length());
        Buffer out = buffers.take(Math.addExact(length, Crypto.OVERHEAD));
        blob.stored().copyTo(out.bytes(), Crypto.IV_BYTES);
        blob.close();
        SealedBlob sealed = sealInPlace(handle, out, length, compresses(handle.type()) ? blob.length() : 0);
        if (verify) {
            verifyById(sealed);
        }
        return sealed;
    }

    private void verifyById(SealedBlob sealed) throws IOException {
        PackedBlob blob = new PackedBlob(sealed.handle(), 0, sealed.length(), sealed.uncompressedLength());
        try {
            opener.verify(blob, sealed.bytes(), 0);
        } catch (CorruptData _) {
            throw wronglySealed(sealed.handle());
        }
    }

    private boolean compresses(BlobType type, int length) {
        return length > 0 && compresses(type);
    }

    private boolean compresses(BlobType type) {
        return (type == BlobType.TREE ? compressTrees : compressData);
    }

    private SealedBlob sealPlain(BlobHandle handle, byte[] plain, int offset, int length) throws IOException {
        Buffer out = buffers.take(Math.addExact(length, Crypto.OVERHEAD));
        crypto.seal(plain, offset, length, out.bytes(), 0);
        SealedBlob sealed = new SealedBlob(handle, out, 0);
        if (verify && !holds(sealed, new PlainCheck(plain, offset))) {
            throw wronglySealed(handle);
        }
        return sealed;
    }

    private SealedBlob sealCompressed(BlobHandle handle, byte[] plain, int offset, int length) throws IOException {
        Buffer out = buffers.take(Math.addExact(zstd.maxCompressedLength(length), Crypto.OVERHEAD));
        int frameLength = zstd.compress(plain, offset, length, out.bytes(), Crypto.IV_BYTES);
        SealedBlob sealed = sealInPlace(handle, out, frameLength, length);
        if (verify && !plainlyHolds(sealed, frameLength, plain, offset)) {
            verifyCompressed(sealed, plain, offset);
        }
        return sealed;
    }

    /** @param out holds the content, where it will be once sealed */
    private SealedBlob sealInPlace(BlobHandle handle, Buffer out, int contentLength, int uncompressedLength) {
        crypto.seal(out.bytes(), Crypto.IV_BYTES, contentLength, out.bytes(), 0);
        out.shorten(contentLength + Crypto.OVERHEAD);
        return new SealedBlob(handle, out, uncompressedLength);
    }

    /** Whether content was framed without compression: seen at a glance, without any memory. */
    private boolean plainlyHolds(SealedBlob sealed, int frameLength, byte[] plain, int offset) throws CorruptData {
        int length = sealed.uncompressedLength();
        if (!RawFrameReader.mayRead(frameLength, length)) {
            return false;
        }
        RawFrameReader frame = new RawFrameReader(length, new PlainCheck(plain, offset));
        return holds(sealed, frame) && frame.isWhole();
    }

    private boolean holds(SealedBlob sealed, PartCheck check) throws CorruptData {
        try {
            return crypto.holds(sealed.bytes(), 0, sealed.length(), check);
        } catch (AuthenticationFailed _) {
            throw wronglySealed(sealed.handle());
        }
    }

    /** Catches bad memory and broken code before anything wrong is stored. */
    private void verifyCompressed(SealedBlob sealed, byte[] plain, int offset) throws CorruptData {
        int length = sealed.uncompressedLength();
        int frameLength = sealed.length() - Crypto.OVERHEAD;
        try (Buffer frame = buffers.take(frameLength);
                Buffer opened = buffers.take(length)) {
            crypto.open(sealed.bytes(), 0, sealed.length(), frame.bytes(), 0);
            zstd.decompress(frame.bytes(), 0, frameLength, opened.bytes(), 0, length);
            if (!Arrays.equals(opened.bytes(), 0, length, plain, offset, offset + length)) {
                throw wronglySealed(sealed.handle());
            }
        } catch (AuthenticationFailed | CorruptFrame _) {
            throw wronglySealed(sealed.handle());
        }
    }

    private static CorruptData wronglySealed(BlobHandle handle) {
        return new CorruptData(
                "What was sealed as " + handle + " does not open to the same content again. Nothing wrong was stored;"
                        + " this points to faulty memory or hardware, so test that before going on.",
                null);
    }
}
