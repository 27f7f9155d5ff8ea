package dev.coffer.engine.archive;

import dev.coffer.engine.buffer.BufferPool;
import dev.coffer.engine.buffer.Segments;
import java.io.InterruptedIOException;
import java.util.concurrent.Semaphore;

/**
 * Memory for chunks between those who read and those who seal: so many segments and no more, which are used again and again.
 * Whoever wants some waits until others have given back enough; first come, first served, so that large chunks are not starved
 * by small files. Safe for use by any number of threads.
 */
final class ChunkBudget {

    private final BufferPool segments;
    private final Semaphore free;

    /**
     * Permits chunks of {@code bytes} together.
     *
     * @param largest most bytes of one chunk
     * @throws IllegalArgumentException if not even the largest chunk fits
     */
    ChunkBudget(long bytes, int largest) {
        int total = Math.toIntExact(bytes / Segments.SEGMENT_BYTES);
        if (total < count(largest)) {
            throw new IllegalArgumentException("a budget of " + bytes + " bytes has no room for a chunk of " + largest);
        }
        segments = new BufferPool(2 * bytes);
        free = new Semaphore(total, true);
    }

    private static int count(int length) {
        return Math.ceilDiv(length, Segments.SEGMENT_BYTES);
    }

    /** Copies the first bytes of an array, once there is room. */
    ChunkBuffer copy(byte[] source, int length) throws InterruptedIOException {
        try {
            free.acquire(count(length));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the backup was interrupted");
        }
        Segments copy = new Segments(segments);
        copy.write(source, 0, length);
        return new ChunkBuffer(this, copy);
    }

    void giveBack(int length) {
        free.release(count(length));
    }
}
