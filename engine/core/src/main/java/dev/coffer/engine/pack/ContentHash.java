package dev.coffer.engine.pack;

import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.buffer.PartCheck;
import java.security.MessageDigest;

/** Hashes content that comes in parts, whatever it is, and copies it if it is to be kept. For one thread. */
final class ContentHash implements PartCheck {

    private final MessageDigest digest = ObjectId.newDigest();
    private final byte[] copy;
    private int copied;

    private ContentHash(byte[] copy) {
        this.copy = copy;
    }

    /** Hashes only. */
    static ContentHash alone() {
        return new ContentHash(new byte[0]);
    }

    /** Copies all content, for which there must be room, to the start of an array. */
    static ContentHash copyingTo(byte[] copy) {
        return new ContentHash(copy);
    }

    @Override
    public boolean fits(byte[] part, int offset, int length) {
        digest.update(part, offset, length);
        if (copy.length > 0) {
            System.arraycopy(part, offset, copy, copied, length);
            copied += length;
        }
        return true;
    }

    /** The id of all content so far; to be asked for once. */
    ObjectId id() {
        return ObjectId.fromDigest(digest);
    }
}
