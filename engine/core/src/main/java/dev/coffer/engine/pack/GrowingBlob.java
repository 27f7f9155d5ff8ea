package dev.coffer.engine.pack;

import dev.coffer.engine.blob.BlobHandle;
import dev.coffer.engine.blob.BlobType;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.buffer.Segments;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;

/**
 * A blob whose content comes in parts and is hashed and compressed as it comes, so that it never lies in memory as a whole. For
 * one thread at a time; whoever began it closes it.
 */
public final class GrowingBlob implements AutoCloseable {

    private final BlobType type;
    private final MessageDigest digest = ObjectId.newDigest();
    private final Segments stored;
    private final OutputStream in;
    private int length;

    /** @param in leads to {@code stored} */
    GrowingBlob(BlobType type, Segments stored, OutputStream in) {
        this.type = type;
        this.stored = stored;
        this.in = in;
    }

    /** Adds content, which stays the caller's. */
    public void append(byte[] bytes, int offset, int count) throws IOException {
        length = Math.addExact(length, count);
        digest.update(bytes, offset, count);
        in.write(bytes, offset, count);
    }

    /** Bytes of content so far. */
    public int length() {
        return length;
    }

    /** Ends the content; to be called once. */
    public BlobHandle finish() throws IOException {
        in.close();
        return new BlobHandle(type, ObjectId.fromDigest(digest));
    }

    /** What is to be sealed, once finished. */
    Segments stored() {
        return stored;
    }

    @Override
    public void close() {
        stored.release();
        try {
            in.close();
        } catch (IOException e) {
            throw new IllegalStateException("memory refused to be written to", e);
        }
    }
}
