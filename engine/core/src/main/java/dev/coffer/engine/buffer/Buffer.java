package dev.coffer.engine.buffer;

import java.util.Arrays;
import java.util.Objects;

/**
 * An array lent by a {@link BufferPool}. Owned by one thread at a time; the last one closes it, and must not touch the array
 * afterwards. A buffer that is never closed is no leak: the garbage collector takes it.
 */
public final class Buffer implements AutoCloseable {

    private final BufferPool pool;
    private final byte[] bytes;
    private int length;
    private boolean closed;

    Buffer(BufferPool pool, byte[] bytes, int length) {
        this.pool = pool;
        this.bytes = bytes;
        this.length = length;
    }

    /** The array, of which the first {@link #length} bytes count; at first with whatever its last user left in it. */
    public byte[] bytes() {
        return bytes;
    }

    /** How many bytes count: as many as were asked for, unless {@link #shorten shortened}. */
    public int length() {
        return length;
    }

    /** From now on only the first {@code newLength} bytes count. */
    public void shorten(int newLength) {
        length = Objects.checkIndex(newLength, length + 1);
    }

    /** Closes the buffer and returns its bytes in an array of just that length, without a copy where it has one. */
    public byte[] detach() {
        if (bytes.length == length) {
            closed = true;
            return bytes;
        }
        byte[] copy = Arrays.copyOf(bytes, length);
        close();
        return copy;
    }

    /** Gives the array back, once. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            pool.giveBack(bytes);
        }
    }
}
