package dev.coffer.engine.pack;

import dev.coffer.engine.blob.BlobContent;
import dev.coffer.engine.blob.BlobHandle;
import dev.coffer.engine.blob.BlobType;
import dev.coffer.engine.buffer.Buffer;
import dev.coffer.engine.buffer.BufferPool;
import dev.coffer.engine.compress.CompressionMode;
import dev.coffer.engine.compress.ZstdCodec;
import dev.coffer.engine.crypto.Crypto;
import dev.coffer.engine.errors.RepositoryException.CorruptData;
import java.io.IOException;
import java.util.Objects;

/**
 * Between a blob's plain content and its stored form: compress and seal, open and decompress. Whatever it opens it also
 * compares with the blob's id. Safe for use by any number of threads.
 */
public final class BlobCodec {

    /** The longest piece of a file that restic cuts. */
    static final int LONG_BLOB = 8 << 20;

    private final BufferPool buffers;
    private final BlobSealer sealer;
    private final BlobOpener opener;

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
        boolean compressTrees = repositoryVersion >= 2;
        boolean compressData = compressTrees && mode != CompressionMode.OFF;
        boolean verify = verification == Verification.BEFORE_STORING;
        this.buffers = buffers;
        this.opener = new BlobOpener(buffers, crypto, zstd);
        this.sealer = new BlobSealer(buffers, crypto, zstd, opener, compressTrees, compressData, verify);
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
        return sealer.seal(handle, plain, offset, length);
    }

    /** Begins a blob that comes in parts. */
    public GrowingBlob begin(BlobType type) throws IOException {
        return sealer.begin(type);
    }

    /**
     * Seals a blob that came in parts and is finished; it is of no use afterwards.
     *
     * @param handle what finishing has told
     * @return the caller's to close
     */
    public SealedBlob seal(BlobHandle handle, GrowingBlob blob) throws IOException {
        return sealer.seal(handle, blob);
    }

    /**
     * Opens a stored blob and makes sure that it is the one asked for.
     *
     * @param stored holds the stored bytes from {@code offset} on; not changed
     * @return the plain content, the caller's to close
     * @throws CorruptData if the bytes are not those once stored
     */
    public Buffer open(PackedBlob blob, byte[] stored, int offset) throws IOException {
        return opener.open(blob, stored, offset, buffers);
    }

    /** As {@link #open}, for content that is kept: in an array of its own, of just its length. */
    public byte[] openToKeep(PackedBlob blob, byte[] stored, int offset) throws IOException {
        return opener.open(blob, stored, offset, BufferPool.NONE).detach();
    }

    /**
     * Makes sure that a stored blob is the one it should be, with little memory for what is compressed.
     *
     * @param stored holds the stored bytes from {@code offset} on; not changed
     * @throws CorruptData if the bytes are not those once stored
     */
    public void verify(PackedBlob blob, byte[] stored, int offset) throws IOException {
        opener.verify(blob, stored, offset);
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
        return opener.openLong(blob, stored, offset);
    }
}
