package dev.coffer.engine.pack;

import dev.coffer.engine.blob.BlobContent;
import dev.coffer.engine.blob.BlobHandle;
import dev.coffer.engine.blob.BlobType;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.buffer.Buffer;
import dev.coffer.engine.buffer.BufferPool;
import dev.coffer.engine.buffer.Segments;
import dev.coffer.engine.compress.CompressionMode;
import dev.coffer.engine.compress.CorruptFrame;
import dev.coffer.engine.compress.ZstdCodec;
import dev.coffer.engine.crypto.AuthenticationFailed;
import dev.coffer.engine.crypto.Crypto;
import dev.coffer.engine.errors.RepositoryException.CorruptData;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Objects;

/**
 * Between a blob's plain content and its stored form: compress and seal, open and decompress. Whatever it opens it also
 * compares with the blob's id. Safe for use by any number of threads.
 */
public final class BlobCodec {

    /** The densest content of a frame: four bytes stand for a block of 128 KiB. */
    private static final long MAX_EXPANSION = (128 << 10) / 4;

    private static final int LONG_BLOB = 8 << 20;

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

    /** Begins a blob that comes in parts. */
    public GrowingBlob begin(BlobType type) throws IOException {
        Segments stored = new Segments(buffers);
        return new GrowingBlob(type, stored, compresses(type) ? zstd.compressing(stored) : stored);
    }

    /**
     * Seals a blob that came in parts and is finished; it is of no use afterwards.
     *
     * @param handle what finishing has told
     * @return the caller's to close
     */
    public SealedBlob seal(BlobHandle handle, GrowingBlob blob) throws IOException {
        int length = Math.toIntExact(blob.stored().length());
        Buffer out = buffers.take(Math.addExact(length, Crypto.OVERHEAD));
        blob.stored().copyTo(out.bytes(), Crypto.IV_BYTES);
        blob.close();
        SealedBlob sealed = sealInPlace(handle, out, length, compresses(handle.type()) ? blob.length() : 0);
        if (verifySealed) {
            verifyById(sealed);
        }
        return sealed;
    }

    private void verifyById(SealedBlob sealed) throws IOException {
        PackedBlob blob = new PackedBlob(sealed.handle(), 0, sealed.length(), sealed.uncompressedLength());
        try {
            verify(blob, sealed.bytes(), 0);
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
        if (verifySealed && !holds(sealed, new PlainCheck(plain, offset))) {
            throw wronglySealed(handle);
        }
        return sealed;
    }

    private SealedBlob sealCompressed(BlobHandle handle, byte[] plain, int offset, int length) throws IOException {
        Buffer out = buffers.take(Math.addExact(zstd.maxCompressedLength(length), Crypto.OVERHEAD));
        int frameLength = zstd.compress(plain, offset, length, out.bytes(), Crypto.IV_BYTES);
        SealedBlob sealed = sealInPlace(handle, out, frameLength, length);
        if (verifySealed && !plainlyHolds(sealed, frameLength, plain, offset)) {
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
        return ZstdCodec.mayBePlain(frameLength, length)
                && holds(sealed, ZstdCodec.plainFrame(plain, offset, length)::continues);
    }

    private boolean holds(SealedBlob sealed, Crypto.PartCheck check) throws CorruptData {
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

    /**
     * Opens a stored blob and makes sure that it is the one asked for.
     *
     * @param stored holds the stored bytes from {@code offset} on; not changed
     * @return the plain content, the caller's to close
     * @throws CorruptData if the bytes are not those once stored
     */
    public Buffer open(PackedBlob blob, byte[] stored, int offset) throws IOException {
        Buffer content = decrypt(blob, stored, offset);
        if (blob.compressed()) {
            content = decompress(blob, content);
        }
        requireId(blob, ObjectId.of(content.bytes(), 0, content.length()));
        return content;
    }

    /**
     * Makes sure that a stored blob is the one it should be, with little memory for what is compressed.
     *
     * @param stored holds the stored bytes from {@code offset} on; not changed
     * @throws CorruptData if the bytes are not those once stored
     */
    public void verify(PackedBlob blob, byte[] stored, int offset) throws IOException {
        if (!isLong(blob)) {
            open(blob, stored, offset).close();
            return;
        }
        try (Buffer frame = decrypt(blob, stored, offset)) {
            requireContent(blob, content(frame));
        }
    }

    /** Whether a blob is so much longer than its stored form that it is better read from that, bit by bit. */
    public static boolean isLong(PackedBlob blob) {
        return blob.uncompressedLength() >= LONG_BLOB;
    }

    /**
     * Opens a stored blob that {@link #isLong} and makes sure that it is the one asked for.
     *
     * @param stored holds the stored bytes from {@code offset} on; not changed
     * @return the content, without limit of time
     * @throws CorruptData if the bytes are not those once stored
     */
    public BlobContent openLong(PackedBlob blob, byte[] stored, int offset) throws IOException {
        BlobContent content = content(decrypt(blob, stored, offset));
        requireContent(blob, content);
        return content;
    }

    private static BlobContent.Compressed content(Buffer frame) {
        return () -> ZstdCodec.decompressing(new ByteArrayInputStream(frame.bytes(), 0, frame.length()));
    }

    private Buffer decrypt(PackedBlob blob, byte[] stored, int offset) throws CorruptData {
        Buffer opened = buffers.take(Math.max(0, blob.length() - Crypto.OVERHEAD));
        try {
            crypto.open(stored, offset, blob.length(), opened.bytes(), 0);
            return opened;
        } catch (AuthenticationFailed e) {
            opened.close();
            throw damaged(blob, e);
        }
    }

    private Buffer decompress(PackedBlob blob, Buffer frame) throws CorruptData {
        try (frame) {
            requirePossible(frame.length(), blob.uncompressedLength());
            Buffer plain = buffers.take(blob.uncompressedLength());
            zstd.decompress(frame.bytes(), 0, frame.length(), plain.bytes(), 0, plain.length());
            return plain;
        } catch (IOException e) {
            throw damaged(blob, e);
        }
    }

    private static void requireContent(PackedBlob blob, BlobContent content) throws CorruptData {
        MessageDigest digest = ObjectId.newDigest();
        long length;
        try (InputStream in = content.open()) {
            length = in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        } catch (IOException e) {
            throw damaged(blob, e);
        }
        if (length != blob.uncompressedLength()) {
            throw damaged(blob, new IOException("they hold " + length + " bytes, not " + blob.uncompressedLength()));
        }
        requireId(blob, ObjectId.fromDigest(digest));
    }

    private static void requireId(PackedBlob blob, ObjectId found) throws CorruptData {
        if (!found.equals(blob.handle().id())) {
            throw new CorruptData("The content of " + blob.handle() + " does not have the hash it is named by.", null);
        }
    }

    private static CorruptData damaged(PackedBlob blob, IOException reason) {
        return new CorruptData(
                "The stored bytes of " + blob.handle() + " are damaged: " + reason.getMessage() + ".", reason);
    }

    /** Before memory is taken for what a faulty index claims. */
    private static void requirePossible(int compressedLength, int claimed) throws IOException {
        if (claimed < 0 || claimed > compressedLength * MAX_EXPANSION) {
            throw new IOException(compressedLength + " compressed bytes cannot hold " + claimed);
        }
    }
}
