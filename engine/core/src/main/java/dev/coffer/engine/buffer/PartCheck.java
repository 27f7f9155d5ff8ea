package dev.coffer.engine.buffer;

/** Compares bytes that come in parts, in order, with what they should be. */
@FunctionalInterface
public interface PartCheck {

    /** Whether {@code length} bytes from {@code offset} on, in an array that is only lent, are what should come next. */
    boolean fits(byte[] part, int offset, int length);
}
