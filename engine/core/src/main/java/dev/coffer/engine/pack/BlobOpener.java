package dev.coffer.engine.pack;

import dev.coffer.engine.blob.BlobContent;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.buffer.Buffer;
import dev.coffer.engine.buffer.BufferPool;
import dev.coffer.engine.compress.ZstdCodec;
import dev.coffer.engine.crypto.AuthenticationFailed;
import dev.coffer.engine.crypto.Crypto;
import dev.coffer.engine.errors.RepositoryException.CorruptData;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;

/** Opens and decompresses stored blobs, and compares them with their ids. Safe for use by any number of threads. */
record BlobOpener(BufferPool buffers, Crypto crypto, ZstdCodec zstd) {

    /** The densest content of a frame: four bytes stand for a block of 128 KiB. */
    private static final long MAX_EXPANSION = (128 << 10) / 4;

    private static final int PART_BYTES = 64 << 10;

    Buffer open(PackedBlob blob, byte[] stored, int offset) throws IOException {
        Buffer content = decrypt(blob, stored, offset);
        if (blob.compressed()) {
            requireHonest(blob, content);
            content = decompress(blob, content);
        }
        requireId(blob, ObjectId.of(content.bytes(), 0, content.length()));
        return content;
    }

    void verify(PackedBlob blob, byte[] stored, int offset) throws IOException {
        if (!BlobCodec.isLong(blob)) {
            open(blob, stored, offset).close();
            return;
        }
        try (Buffer frame = decrypt(blob, stored, offset)) {
            requireContent(blob, content(blob, frame));
        }
    }

    BlobContent openLong(PackedBlob blob, byte[] stored, int offset) throws IOException {
        BlobContent content = content(blob, decrypt(blob, stored, offset));
        requireContent(blob, content);
        return content;
    }

    /** Ends in a failure where a sound blob would end, whatever the frame holds. */
    private static BlobContent.Compressed content(PackedBlob blob, Buffer frame) {
        return () -> ZstdCodec.decompressing(
                new ByteArrayInputStream(frame.bytes(), 0, frame.length()), blob.uncompressedLength());
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

    /** Before more memory is taken than any usual blob needs: a frame of a few bytes can claim gigabytes, and so can an index. */
    private static void requireHonest(PackedBlob blob, Buffer frame) throws CorruptData {
        if (blob.uncompressedLength() <= BlobCodec.LONG_BLOB) {
            return;
        }
        try {
            requireContent(blob, content(blob, frame));
        } catch (CorruptData e) {
            frame.close();
            throw e;
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
    private static void requirePossible(int compressedLength, int claimed) throws IOException {
        if (claimed < 0 || claimed > compressedLength * MAX_EXPANSION) {
            throw new IOException(compressedLength + " compressed bytes cannot hold " + claimed);
        }
    }
}
