package dev.coffer.engine.pack;

import dev.coffer.engine.buffer.PartCheck;
import java.util.Arrays;

/** Compares content that comes in parts with the original. For one thread. */
final class PlainCheck implements PartCheck {

    private final byte[] original;
    private int at;

    PlainCheck(byte[] original, int offset) {
        this.original = original;
        this.at = offset;
    }

    @Override
    public boolean fits(byte[] part, int offset, int length) {
        int from = at;
        at += length;
        return Arrays.equals(part, offset, offset + length, original, from, at);
    }
}
