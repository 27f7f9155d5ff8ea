package dev.coffer.engine.compress;

/** Compares a frame that comes in parts with what it should be. */
public interface FrameCheck {

    /** Whether the first {@code length} bytes of {@code part} are what should come next. */
    boolean continues(byte[] part, int length);
}
