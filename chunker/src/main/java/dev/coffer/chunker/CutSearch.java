package dev.coffer.chunker;

/**
 * The rolling fingerprint and the search for bytes after which its low bits are zero.
 *
 * <p>Each step needs the result of the one before, which leaves a processor idle most of the time. So as long as there are
 * enough bytes, four places are scanned in turn: the fingerprint of the last 64 bytes can be computed anywhere. A block in which any of
 * the four places sees a cut is scanned again from its start, byte by byte, for the first cut.
 *
 * <p>All methods take bytes whose 64 predecessors are in the array too and form the window. One thread at a time.
 */
final class CutSearch {

    static final int NONE = -1;

    private static final int LANES = 4;
    private static final int LANE_BYTES = 2048;
    private static final int BLOCK_BYTES = LANES * LANE_BYTES;
    private static final int WINDOW_BYTES = RabinTables.WINDOW_BYTES;

    private final long[] leave;
    private final long[] reduce;
    private final int topShift;
    private final long mask;
    private long fingerprint;

    CutSearch(RabinTables tables, long mask) {
        this.leave = tables.leave;
        this.reduce = tables.reduce;
        this.topShift = tables.topShift;
        this.mask = mask;
    }

    /** Starts with a window of zeros. */
    void reset() {
        fingerprint = 0;
    }

    boolean isCut() {
        return (fingerprint & mask) == 0;
    }

    /** Moves over the bytes without looking for cuts. */
    void roll(byte[] bytes, int from, int to) {
        long f = fingerprint;
        for (int i = from; i < to; i++) {
            f = (f << 8) ^ reduce[(int) (f >>> topShift)] ^ leave[bytes[i - WINDOW_BYTES] & 0xff] ^ (bytes[i] & 0xff);
        }
        fingerprint = f;
    }

    /** Moves on to the first cut and returns the index after it, or moves over all bytes and returns {@link #NONE}. */
    int next(byte[] bytes, int from, int to) {
        int at = from;
        while (to - at >= BLOCK_BYTES && rollBlock(bytes, at)) {
            at += BLOCK_BYTES;
        }
        return nextByByte(bytes, at, to);
    }

    private int nextByByte(byte[] bytes, int from, int to) {
        long f = fingerprint;
        for (int i = from; i < to; i++) {
            f = (f << 8) ^ reduce[(int) (f >>> topShift)] ^ leave[bytes[i - WINDOW_BYTES] & 0xff] ^ (bytes[i] & 0xff);
            if ((f & mask) == 0) {
                fingerprint = f;
                return i + 1;
            }
        }
        fingerprint = f;
        return NONE;
    }

    /** Moves over a block and returns true, or stays and returns false because there is a cut within the block. */
    private boolean rollBlock(byte[] bytes, int from) {
        long f0 = fingerprint;
        long f1 = of(bytes, from + LANE_BYTES);
        long f2 = of(bytes, from + 2 * LANE_BYTES);
        long f3 = of(bytes, from + 3 * LANE_BYTES);
        for (int i0 = from; i0 < from + LANE_BYTES; i0++) {
            int i1 = i0 + LANE_BYTES;
            int i2 = i0 + 2 * LANE_BYTES;
            int i3 = i0 + 3 * LANE_BYTES;
            f0 = f0 << 8
                    ^ reduce[(int) (f0 >>> topShift)]
                    ^ leave[bytes[i0 - WINDOW_BYTES] & 0xff]
                    ^ (bytes[i0] & 0xff);
            f1 = f1 << 8
                    ^ reduce[(int) (f1 >>> topShift)]
                    ^ leave[bytes[i1 - WINDOW_BYTES] & 0xff]
                    ^ (bytes[i1] & 0xff);
            f2 = f2 << 8
                    ^ reduce[(int) (f2 >>> topShift)]
                    ^ leave[bytes[i2 - WINDOW_BYTES] & 0xff]
                    ^ (bytes[i2] & 0xff);
            f3 = f3 << 8
                    ^ reduce[(int) (f3 >>> topShift)]
                    ^ leave[bytes[i3 - WINDOW_BYTES] & 0xff]
                    ^ (bytes[i3] & 0xff);
            if ((f0 & mask) == 0 || (f1 & mask) == 0 || (f2 & mask) == 0 || (f3 & mask) == 0) {
                return false;
            }
        }
        fingerprint = f3;
        return true;
    }

    /** The fingerprint of the 64 bytes that end here. */
    private long of(byte[] bytes, int end) {
        long f = 0;
        for (int i = end - WINDOW_BYTES; i < end; i++) {
            f = (f << 8) ^ reduce[(int) (f >>> topShift)] ^ (bytes[i] & 0xff);
        }
        return f;
    }
}
