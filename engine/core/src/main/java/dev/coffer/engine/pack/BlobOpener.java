package dev.coffer.engine.pack;

import dev.coffer.engine.blob.BlobContent;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.buffer.Buffer;
import dev.coffer.engine.buffer.BufferPool;
import dev.coffer.engine.buffer.PartCheck;
import dev.coffer.engine.compress.CorruptFrame;
import dev.coffer.engine.compress.RawFrameReader;
import dev.coffer.engine.compress.ZstdCodec;
import dev.coffer.engine.crypto.AuthenticationFailed;
import dev.coffer.engine.crypto.Crypto;
import dev.coffer.engine.errors.RepositoryException.CorruptData;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Optional;

/** Opens and decompresses stored blobs, and compares them with their ids. Safe for use by any number of threads. */
record BlobOpener(BufferPool buffers, Crypto crypto, ZstdCodec zstd) {

    /** The densest content of a frame: four bytes stand for a block of 128 KiB. */
    private static final long MAX_EXPANSION = (128 << 10) / 4;

    private static final int PART_BYTES = 64 << 10;

    /** @param pool where the memory for the content comes from */
    Buffer open(PackedBlob blob, byte[] stored, int offset, BufferPool pool) throws IOException {
        if (mayBePlain(blob)) {
            Optional<Buffer> content = openPlain(blob, stored, offset, pool);
            if (content.isPresent()) {
                return content.get();
            }
        }
        return openFrame(blob, stored, offset, pool);
    }

    void verify(PackedBlob blob, byte[] stored, int offset) throws IOException {
        if (mayBePlain(blob) && holdsPlainly(blob, stored, offset, ContentHash.alone())) {
            return;
        }
        if (BlobCodec.isLong(blob)) {
            try (Buffer frame = decrypt(blob, stored, offset, buffers)) {
                requireContent(blob, content(blob, frame));
            }
        } else {
            openFrame(blob, stored, offset, buffers).close();
        }
    }

    BlobContent openLong(PackedBlob blob, byte[] stored, int offset) throws IOException {
        BlobContent content = content(blob, decrypt(blob, stored, offset, BufferPool.NONE));
        requireContent(blob, content);
        return content;
    }

    private static boolean mayBePlain(PackedBlob blob) {
        return !blob.compressed() || RawFrameReader.mayRead(blob.length() - Crypto.OVERHEAD, blob.uncompressedLength());
    }

    /** The content of a blob that is not compressed; empty for any other. */
    private Optional<Buffer> openPlain(PackedBlob blob, byte[] stored, int offset, BufferPool pool) throws CorruptData {
        Buffer content = pool.take(Math.max(0, blob.plainLength()));
        boolean plain = false;
        try {
            plain = holdsPlainly(blob, stored, offset, ContentHash.copyingTo(content.bytes()));
            return plain ? Optional.of(content) : Optional.empty();
        } finally {
            if (!plain) {
                content.close();
            }
        }
    }

    /**
     * Reads content that is not compressed straight out of its sealed form, slice by slice, without memory for a frame.
     *
     * @return false if it is compressed
     * @throws CorruptData if it is not, and not what the id says
     */
    private boolean holdsPlainly(PackedBlob blob, byte[] stored, int offset, ContentHash hash) throws CorruptData {
        if (blob.compressed()) {
            RawFrameReader frame = new RawFrameReader(blob.uncompressedLength(), hash);
            if (!holds(blob, stored, offset, frame) || !frame.isWhole()) {
                return false;
            }
        } else {
            holds(blob, stored, offset, hash);
        }
        requireId(blob, hash.id());
        return true;
    }

    private boolean holds(PackedBlob blob, byte[] stored, int offset, PartCheck check) throws CorruptData {
        try {
            return crypto.holds(stored, offset, blob.length(), check);
        } catch (AuthenticationFailed e) {
            throw damaged(blob, e);
        }
    }

    private Buffer openFrame(PackedBlob blob, byte[] stored, int offset, BufferPool pool) throws CorruptData {
        Buffer content = decompress(blob, decrypt(blob, stored, offset, buffers), pool);
        requireId(blob, ObjectId.of(content.bytes(), 0, content.length()));
        return content;
    }

    /** Ends in a failure where a sound blob would end, whatever the frame holds. */
    private static BlobContent.Compressed content(PackedBlob blob, Buffer frame) {
        return () -> ZstdCodec.decompressing(
                new ByteArrayInputStream(frame.bytes(), 0, frame.length()), blob.uncompressedLength());
    }

    private Buffer decrypt(PackedBlob blob, byte[] stored, int offset, BufferPool pool) throws CorruptData {
        Buffer opened = pool.take(Math.max(0, blob.length() - Crypto.OVERHEAD));
        try {
            crypto.open(stored, offset, blob.length(), opened.bytes(), 0);
            return opened;
        } catch (AuthenticationFailed e) {
            opened.close();
            throw damaged(blob, e);
        }
    }

    /** @param frame is closed */
    private Buffer decompress(PackedBlob blob, Buffer frame, BufferPool pool) throws CorruptData {
        try (frame) {
            requireHonest(blob, frame);
            requirePossible(blob, frame);
            Buffer plain = pool.take(blob.uncompressedLength());
            zstd.decompress(frame.bytes(), 0, frame.length(), plain.bytes(), 0, plain.length());
            return plain;
        } catch (CorruptFrame e) {
            throw damaged(blob, e);
        }
    }

    /** Before more memory is taken than any usual blob needs: a frame of a few bytes can claim gigabytes, and so can an index. */
    private static void requireHonest(PackedBlob blob, Buffer frame) throws CorruptData {
        if (blob.uncompressedLength() > BlobCodec.LONG_BLOB) {
            requireContent(blob, content(blob, frame));
        }
    }

    private static void requireContent(PackedBlob blob, BlobContent content) throws CorruptData {
        MessageDigest digest = ObjectId.newDigest();
        byte[] part = new byte[PART_BYTES];
        long length = 0;
        try (InputStream in = content.open()) {
            for (int count = 0; count >= 0; count = in.read(part)) {
                digest.update(part, 0, count);
                length += count;
            }
        } catch (IOException e) {
            throw damaged(blob, e);
        }
        if (length != blob.uncompressedLength()) {
            throw damaged(blob, new IOException("they do not hold " + blob.uncompressedLength() + " bytes"));
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
    private static void requirePossible(PackedBlob blob, Buffer frame) throws CorruptData {
        int claimed = blob.uncompressedLength();
        if (claimed < 0 || claimed > frame.length() * MAX_EXPANSION) {
            throw damaged(blob, new IOException(frame.length() + " compressed bytes cannot hold " + claimed));
        }
    }
}
