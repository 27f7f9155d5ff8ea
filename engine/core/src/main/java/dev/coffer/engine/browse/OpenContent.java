package dev.coffer.engine.browse;

import dev.coffer.engine.blob.ObjectId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/**
 * The content of a file, to be read at any position. Where somebody reads on from where they stopped, the next blobs are loaded
 * ahead. Safe for use by any number of threads.
 */
public final class OpenContent {

    /** So many blobs of the usual size keep a store busy while one is copied out. */
    private static final int AHEAD = 3;

    private final List<ObjectId> blobs;

    /** By number of the blob: position behind its last byte. */
    private final long[] ends;

    private final BlobCache cache;
    private volatile long expected;

    OpenContent(List<ObjectId> blobs, long[] ends, BlobCache cache) {
        this.blobs = blobs;
        this.ends = ends;
        this.cache = cache;
    }

    /** Number of bytes. */
    public long length() {
        return ends.length == 0 ? 0 : ends[ends.length - 1];
    }

    /**
     * Fills the buffer from a position on, unless the content ends before.
     *
     * @return number of bytes read
     */
    public int read(long position, ByteBuffer target) throws IOException {
        int before = target.remaining();
        boolean goingOn = position == expected;
        long at = position;
        while (target.hasRemaining() && at < length()) {
            int blob = blobAt(at);
            if (goingOn) {
                loadAhead(blob);
            }
            at += copy(blob, at, target);
        }
        expected = at;
        return before - target.remaining();
    }

    private int blobAt(long position) {
        int found = Arrays.binarySearch(ends, position + 1);
        return found >= 0 ? firstWithEnd(found) : -found - 1;
    }

    /** Blobs without a byte have the same end as the one before. */
    private int firstWithEnd(int blob) {
        int first = blob;
        while (first > 0 && ends[first - 1] == ends[blob]) {
            first--;
        }
        return first;
    }

    private void loadAhead(int blob) {
        for (int next = blob; next <= blob + AHEAD && next < ends.length; next++) {
            cache.prepare(blobs.get(next));
        }
    }

    private int copy(int blob, long position, ByteBuffer target) throws IOException {
        byte[] content = cache.get(blobs.get(blob));
        int offset = (int) (position - (blob == 0 ? 0 : ends[blob - 1]));
        int count = Math.min(target.remaining(), content.length - offset);
        target.put(content, offset, count);
        return count;
    }
}
