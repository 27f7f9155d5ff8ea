package dev.coffer.chunker;

/**
 * How long chunks are.
 *
 * @param min fewest bytes of a chunk, except for the last one of the data; at least 64, the length of the window
 * @param max most bytes
 * @param averageBits how many bits of the fingerprint must be zero: beyond {@code min} a chunk goes on for 2^averageBits bytes on
 *     average
 */
public record ChunkerLimits(int min, int max, int averageBits) {

    /** Those of every restic repository: 512 KiB, 8 MiB, 1 MiB beyond the minimum. */
    public static final ChunkerLimits RESTIC = new ChunkerLimits(512 * 1024, 8 * 1024 * 1024, 20);

    private static final int MAX_AVERAGE_BITS = 30;

    /** @throws IllegalArgumentException if a value is out of range */
    public ChunkerLimits {
        if (min < RabinTables.WINDOW_BYTES || max < min || averageBits < 0 || averageBits > MAX_AVERAGE_BITS) {
            throw new IllegalArgumentException("chunks of " + min + " to " + max + " bytes with " + averageBits
                    + " zero bits are impossible: 64 <= min <= max and 0 <= averageBits <= 30 must hold");
        }
    }

    /** The bits of the fingerprint that must be zero for a cut. */
    long mask() {
        return (1L << averageBits) - 1;
    }
}
