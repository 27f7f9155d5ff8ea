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

    private static final int WINDOW_BYTES = RabinTables.WINDOW_BYTES;

    private static final int LANES = 4;

    /** Blocks are few enough bytes to scan twice; sixteen of them and a window are 128 KiB, what is read at once. */
    private static final int LANE_BYTES = 2047;

    static final int BLOCK_BYTES = LANES * LANE_BYTES;
    private static final int LANE_1 = LANE_BYTES;
    private static final int LANE_2 = 2 * LANE_BYTES;
    private static final int LANE_3 = 3 * LANE_BYTES;

    private final RabinTables tables;
    private final int shift;

    /** Which bits must be zero, and the fingerprint: both shifted as in {@link RabinTables}. */
    private final long mask;

    private long fingerprint;

    CutSearch(RabinTables tables, long mask) {
        this.tables = tables;
        this.shift = tables.shift;
        this.mask = mask << tables.shift;
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
            f = step(tables.table, f, bytes[i - WINDOW_BYTES], bytes[i]);
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
            f = step(tables.table, f, bytes[i - WINDOW_BYTES], bytes[i]);
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
        long[] table = tables.copyTable();
        long f0 = fingerprint;
        long f1 = 0;
        long f2 = 0;
        long f3 = 0;
        for (int i = from - WINDOW_BYTES; i < from; i++) {
            f1 = RabinTables.timesByte(table, f1) ^ entering(bytes[i + LANE_1]);
            f2 = RabinTables.timesByte(table, f2) ^ entering(bytes[i + LANE_2]);
            f3 = RabinTables.timesByte(table, f3) ^ entering(bytes[i + LANE_3]);
        }
        for (int i = from; i < from + LANE_BYTES; i++) {
            f0 = step(table, f0, bytes[i - WINDOW_BYTES], bytes[i]);
            f1 = step(table, f1, bytes[i + LANE_1 - WINDOW_BYTES], bytes[i + LANE_1]);
            f2 = step(table, f2, bytes[i + LANE_2 - WINDOW_BYTES], bytes[i + LANE_2]);
            f3 = step(table, f3, bytes[i + LANE_3 - WINDOW_BYTES], bytes[i + LANE_3]);
            if ((f0 & mask) == 0 || (f1 & mask) == 0 || (f2 & mask) == 0 || (f3 & mask) == 0) {
                return false;
            }
        }
        fingerprint = f3;
        return true;
    }

    private long step(long[] table, long f, byte leaving, byte entering) {
        return entering(entering) ^ table[RabinTables.LEAVE + (leaving & 0xff)] ^ RabinTables.timesByte(table, f);
    }

    private long entering(byte value) {
        return (value & 0xffL) << shift;
    }
}
