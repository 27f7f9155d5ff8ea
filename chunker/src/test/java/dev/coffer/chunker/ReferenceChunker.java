package dev.coffer.chunker;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The definition, followed step by step: one byte after the other, the byte 1 in the window, the textbook's tables. */
final class ReferenceChunker {

    private final long polynomial;
    private final ChunkerLimits limits;
    private final int degree;
    private final long[] out = new long[256];
    private final long[] mod = new long[256];
    private final byte[] window = new byte[64];
    private int position;
    private long digest;

    ReferenceChunker(Polynomial polynomial, ChunkerLimits limits) {
        this.polynomial = polynomial.bits();
        this.limits = limits;
        this.degree = polynomial.degree();
        for (int b = 0; b < 256; b++) {
            out[b] = appendSlowly(0, b);
            for (int i = 0; i < 63; i++) {
                out[b] = appendSlowly(out[b], 0);
            }
            mod[b] = ((long) b << degree) | mod((long) b << degree);
        }
    }

    List<Integer> lengths(byte[] data) {
        List<Integer> lengths = new ArrayList<>();
        int start = 0;
        while (start < data.length) {
            int end = cut(data, start);
            lengths.add(end - start);
            start = end;
        }
        return lengths;
    }

    private int cut(byte[] data, int start) {
        Arrays.fill(window, (byte) 0);
        position = 0;
        digest = 0;
        slide((byte) 1);
        long mask = (1L << limits.averageBits()) - 1;
        int count = limits.min() - 64;
        while (start + count < data.length) {
            slide(data[start + count]);
            count++;
            if (count >= limits.min() && ((digest & mask) == 0 || count >= limits.max())) {
                return start + count;
            }
        }
        return data.length;
    }

    private void slide(byte value) {
        digest ^= out[window[position] & 0xff];
        window[position] = value;
        position = (position + 1) % 64;
        int index = (int) (digest >>> (degree - 8));
        digest = ((digest << 8) | (value & 0xff)) ^ mod[index];
    }

    private long appendSlowly(long hash, int value) {
        return mod((hash << 8) | value);
    }

    private long mod(long value) {
        long rest = value;
        for (int bit = 63; bit >= degree; bit--) {
            if (((rest >>> bit) & 1) == 1) {
                rest ^= polynomial << (bit - degree);
            }
        }
        return rest;
    }
}
