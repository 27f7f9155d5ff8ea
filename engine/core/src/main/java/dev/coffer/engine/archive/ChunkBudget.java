package dev.coffer.engine.archive;

import dev.coffer.engine.buffer.Buffer;
import dev.coffer.engine.buffer.BufferPool;
import java.io.InterruptedIOException;
import java.util.concurrent.Semaphore;

/**
 * Memory for chunks between those who read and those who seal: so many bytes and no more. Whoever wants a buffer waits until
 * others have given back enough; first come, first served, so that large chunks are not starved by small files. Safe for
 * use by any number of threads.
 */
final class ChunkBudget {

    /** The semaphore counts these, since it counts no further than an int; what little a chunk needs besides is included. */
    private static final int UNIT = 1 << 10;

    private final BufferPool buffers;
    private final Semaphore units;

    /**
     * Permits chunks of {@code bytes} together.
     *
     * @param buffers where the memory comes from
     * @param largest most bytes of one chunk
     * @throws IllegalArgumentException if not even the largest chunk fits
     */
    ChunkBudget(BufferPool buffers, long bytes, int largest) {
        this.buffers = buffers;
        int total = Math.toIntExact(bytes / UNIT);
        if (total < units(largest)) {
            throw new IllegalArgumentException("a budget of " + bytes + " bytes has no room for a chunk of " + largest);
        }
        units = new Semaphore(total, true);
    }

    private static int units(int length) {
        return 1 + length / UNIT;
    }

    /** Copies the first bytes of an array, once there is room. */
    ChunkBuffer copy(byte[] source, int length) throws InterruptedIOException {
        try {
            units.acquire(units(length));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the backup was interrupted");
        }
        Buffer copy = buffers.take(length);
        System.arraycopy(source, 0, copy.bytes(), 0, length);
        return new ChunkBuffer(this, copy);
    }

    void giveBack(int length) {
        units.release(units(length));
    }
}
