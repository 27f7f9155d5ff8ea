package dev.coffer.engine.restore;

import java.util.Arrays;

/** Zero bytes at the ends of a piece of content, which are the first {@code length} bytes of an array. */
final class Zeros {

    private static final byte[] ZEROS = new byte[1 << 12];

    private Zeros() {}

    /** How many bytes at the start are zero. */
    static int before(byte[] content, int length) {
        int at = 0;
        while (at < length) {
            int step = Math.min(ZEROS.length, length - at);
            int found = Arrays.mismatch(content, at, at + step, ZEROS, 0, step);
            if (found >= 0) {
                return at + found;
            }
            at += step;
        }
        return at;
    }

    /** The position from which on all bytes are zero. */
    static int after(byte[] content, int length) {
        int end = length;
        while (end >= ZEROS.length && Arrays.equals(content, end - ZEROS.length, end, ZEROS, 0, ZEROS.length)) {
            end -= ZEROS.length;
        }
        while (end > 0 && content[end - 1] == 0) {
            end--;
        }
        return end;
    }
}
