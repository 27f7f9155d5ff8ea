package dev.coffer.backend.rest;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Comparing what streams yield. */
final class Streams {

    private static final int PIECE = 64 << 10;

    private Streams() {}

    /** Whether both yield the same bytes. */
    static boolean equal(InputStream one, InputStream other) throws IOException {
        byte[] left;
        do {
            left = one.readNBytes(PIECE);
            if (!Arrays.equals(left, other.readNBytes(PIECE))) {
                return false;
            }
        } while (left.length == PIECE);
        return true;
    }
}
