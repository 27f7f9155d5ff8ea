package dev.coffer.engine.archive;

import java.io.InterruptedIOException;
import java.util.Arrays;
import java.util.concurrent.Semaphore;

/**
 * Memory for chunks between those who read and those who seal: so many bytes and no more. Whoever wants a buffer waits until
 * others have given back enough; first come, first served, so that large chunks are not starved by small files. Safe for
 * use by any number of threads.
 */
final class ChunkBudget {

    /** The semaphore counts these, since it counts no further than an int; what little a chunk needs besides is included. */
    private static final int UNIT = 1 << 10;

    private final Semaphore units;

    /**
     * Permits chunks of {@code bytes} together.
     *
     * @param largest most bytes of one chunk
     * @throws IllegalArgumentException if not even the largest chunk fits
     */
    ChunkBudget(long bytes, int largest) {
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
        return new ChunkBuffer(this, Arrays.copyOf(source, length));
    }

    void giveBack(int length) {
        units.release(units(length));
    }
}
