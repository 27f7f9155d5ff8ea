package dev.coffer.engine.buffer;

/** Compares bytes that come in parts, in order, with what they should be. */
@FunctionalInterface
public interface PartCheck {

    /** Whether the first {@code length} bytes of an array, which is only lent, are what should come next. */
    boolean fits(byte[] part, int length);
}
