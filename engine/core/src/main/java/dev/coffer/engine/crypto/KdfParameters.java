package dev.coffer.engine.crypto;

import java.time.Duration;

/**
 * The cost of scrypt for one key, as stored in its key file.
 *
 * @param n cost, a power of two greater than 1
 * @param r block size, at least 1
 * @param p number of lanes, at least 1; {@code r·p < 2^30}
 */
public record KdfParameters(int n, int r, int p) {

    /** What restic aims at: half a second. */
    public static final Duration DEFAULT_TARGET = Duration.ofMillis(500);

    /** What restic allows, in MiB. */
    public static final int DEFAULT_MEMORY_MIB = 60;

    /** More memory than any known program asks for, yet not enough to stop the machine. */
    private static final long MAX_MEMORY_BYTES = 1L << 30;

    /** A minute or two of processor time; a key file that asks for more is an attack or damage. */
    private static final long MAX_WORK_BYTES = 1L << 36;

    private static final int BLOCK_SIZE = 8;
    private static final long MAX_R_TIMES_P = 1L << 30;

    /** @throws IllegalArgumentException if a value is out of range or memory or time are out of all proportion */
    public KdfParameters {
        require(
                n > 1 && Integer.bitCount(n) == 1,
                "scrypt needs N to be a power of two greater than 1, but it is " + n);
        require(r >= 1 && p >= 1, "scrypt needs r and p to be at least 1, but they are " + r + " and " + p);
        require((long) r * p < MAX_R_TIMES_P, "scrypt needs r·p < 2^30, but r is " + r + " and p is " + p);
        long memory = Math.multiplyHigh(128L * n, r) == 0 ? 128L * n * r : Long.MAX_VALUE;
        require(
                memory <= MAX_MEMORY_BYTES && 128L * r * p <= MAX_MEMORY_BYTES,
                "scrypt with N=" + n + ", r=" + r + ", p=" + p + " would need more than the 1 GiB of memory allowed");
        require(
                memory <= MAX_WORK_BYTES / p,
                "scrypt with N=" + n + ", r=" + r + ", p=" + p + " would take minutes of processor time");
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }

    /** Bytes of the whole table of one lane. */
    public long memoryBytes() {
        return 128L * n * r;
    }

    /** Calibrated to what restic aims at: {@link #DEFAULT_TARGET} and {@link #DEFAULT_MEMORY_MIB}. */
    public static KdfParameters calibrated() {
        return calibrate(DEFAULT_TARGET, DEFAULT_MEMORY_MIB);
    }

    /**
     * Parameters with which deriving a key takes about {@code target} of processor time here, once the JVM is warm: as much
     * memory as allowed (less only if that takes too long), then as many lanes as the time allows.
     *
     * @throws IllegalArgumentException if not even the smallest cost fits into the memory
     */
    public static KdfParameters calibrate(Duration target, int memoryMiB) {
        KdfParameters parameters = largestBelow((long) memoryMiB << 20);
        parameters.measure();
        long nanos = parameters.measure();
        while (nanos > target.toNanos() && parameters.n > 2) {
            parameters = new KdfParameters(parameters.n / 2, BLOCK_SIZE, 1);
            nanos = parameters.measure();
        }
        long lanes = Math.clamp(target.toNanos() / Math.max(nanos, 1), 1, Short.MAX_VALUE);
        return new KdfParameters(parameters.n, BLOCK_SIZE, (int) lanes);
    }

    private static KdfParameters largestBelow(long bytes) {
        long rows = (Math.min(bytes, MAX_MEMORY_BYTES + 1) - 1) / (128 * BLOCK_SIZE);
        return new KdfParameters(Math.toIntExact(Long.highestOneBit(rows)), BLOCK_SIZE, 1);
    }

    private long measure() {
        long start = System.nanoTime();
        Scrypt.derive(new byte[] {1}, new byte[64], n, r, p, MasterKey.DERIVED_BYTES);
        return System.nanoTime() - start;
    }
}
