package dev.coffer.engine.buffer;

/**
 * An array lent by a {@link BufferPool}. Owned by one thread at a time; the last one closes it, and must not touch the array
 * afterwards. A buffer that is never closed is no leak: the garbage collector takes it.
 */
public final class Buffer implements AutoCloseable {

    private final BufferPool pool;
    private final byte[] bytes;
    private boolean closed;

    Buffer(BufferPool pool, byte[] bytes) {
        this.pool = pool;
        this.bytes = bytes;
    }

    /** The array: at least as long as was asked for, with whatever its last user left in it. */
    public byte[] bytes() {
        return bytes;
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
