package dev.coffer.chunker;

import java.io.IOException;
import java.io.InputStream;

/**
 * Cuts what a stream delivers into chunks. One thread at a time; may be used for one stream after the other.
 *
 * <p>The bytes of a chunk are read straight into the caller's buffer. Only what has been read beyond the cut, on average half a
 * read of 128 KiB, is put aside and copied to the start of the next buffer.
 */
public final class ChunkReader {

    private static final int READ_BYTES = 128 * 1024;

    private final Chunker chunker;
    private final byte[] rest = new byte[READ_BYTES];
    private int restLength;

    public ChunkReader(Polynomial polynomial, ChunkerLimits limits) {
        this.chunker = new Chunker(polynomial, limits);
    }

    /** Forgets what has been read: before another stream, if the last one has not been read to its end. */
    public void reset() {
        chunker.reset();
        restLength = 0;
    }

    /**
     * Reads the next chunk. The stream is left at most 128 KiB behind the end of the chunk. After an exception only
     * {@link #reset()} makes sense.
     *
     * @param buffer at least as long as the longest chunk; the chunk is at its start, anything may be behind
     * @return the length of the chunk, or −1 if the stream has ended
     */
    public int next(InputStream in, byte[] buffer) throws IOException {
        if (buffer.length < chunker.limits().max()) {
            throw new IllegalArgumentException("the buffer has " + buffer.length + " bytes, but a chunk may have "
                    + chunker.limits().max());
        }
        int filled = restLength;
        int searched = 0;
        System.arraycopy(rest, 0, buffer, 0, restLength);
        restLength = 0;
        while (true) {
            int cut = chunker.nextSplitPoint(buffer, searched, filled);
            if (cut >= 0) {
                putAside(buffer, cut, filled);
                return cut;
            }
            searched = filled;
            int read = in.read(buffer, filled, readLength(filled));
            if (read < 0) {
                chunker.reset();
                return filled == 0 ? -1 : filled;
            }
            filled += read;
        }
    }

    /** Up to the shortest chunk at once, which cannot be too much; then little enough to put aside. */
    private int readLength(int filled) {
        int missing = chunker.limits().min() - filled;
        return missing > 0 ? missing : Math.min(READ_BYTES, chunker.limits().max() - filled);
    }

    private void putAside(byte[] buffer, int from, int to) {
        restLength = to - from;
        System.arraycopy(buffer, from, rest, 0, restLength);
    }
}
