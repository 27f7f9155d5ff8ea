package dev.coffer.benchmarks;

import dev.coffer.chunker.ChunkerLimits;
import dev.coffer.chunker.Polynomial;

/**
 * The same cuts found the usual way: one fingerprint rolls over all bytes, a ring buffer remembers the window, and what leaves
 * the window is taken out before the shift.
 */
final class OneLaneChunker {

    private static final int WINDOW_BYTES = 64;
    private static final int WINDOW_MASK = WINDOW_BYTES - 1;
    private static final int BYTE_VALUES = 256;

    private final ChunkerLimits limits;
    private final int shift;
    private final long mask;
    private final long[] out = new long[BYTE_VALUES];
    private final long[] mod = new long[BYTE_VALUES];

    OneLaneChunker(Polynomial polynomial, ChunkerLimits limits) {
        this.limits = limits;
        this.shift = polynomial.degree() - Byte.SIZE;
        this.mask = (1L << limits.averageBits()) - 1;
        for (int b = 0; b < BYTE_VALUES; b++) {
            long top = (long) b << polynomial.degree();
            mod[b] = top ^ remainder(top, polynomial);
        }
        for (int b = 0; b < BYTE_VALUES; b++) {
            out[b] = timesWindow(b);
        }
    }

    private static long remainder(long value, Polynomial polynomial) {
        long rest = value;
        for (int bit = Long.SIZE - 1; bit >= polynomial.degree(); bit--) {
            if ((rest >>> bit & 1) == 1) {
                rest ^= polynomial.bits() << (bit - polynomial.degree());
            }
        }
        return rest;
    }

    /** A byte's part of the fingerprint when it is the oldest one in the window. */
    private long timesWindow(int value) {
        long product = value;
        for (int i = 1; i < WINDOW_BYTES; i++) {
            product = append(product, 0);
        }
        return product;
    }

    private long append(long fingerprint, int value) {
        return ((fingerprint << Byte.SIZE) | value) ^ mod[(int) (fingerprint >>> shift)];
    }

    /** The index after the chunk that starts at {@code from}. */
    int cut(byte[] data, int from) {
        byte[] window = new byte[WINDOW_BYTES];
        int position = 0;
        long fingerprint = 0;
        int last = (int) Math.min(data.length, from + (long) limits.max());
        for (int i = from + limits.min() - WINDOW_BYTES; i < last; i++) {
            fingerprint ^= out[window[position] & 0xff];
            window[position] = data[i];
            position = (position + 1) & WINDOW_MASK;
            fingerprint = append(fingerprint, data[i] & 0xff);
            if ((fingerprint & mask) == 0 && i + 1 - from >= limits.min()) {
                return i + 1;
            }
        }
        return last;
    }
}
