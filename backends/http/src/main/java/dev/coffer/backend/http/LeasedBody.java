package dev.coffer.backend.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The body of an answer, whose end frees the connection. Closed before, it closes the connection instead of reading on. */
final class LeasedBody extends FilterInputStream {

    /**
     * As much as is taken from the connection at a time. For a larger array, the JDK would take as much memory outside of the
     * heap, and keep it.
     */
    private static final int PIECE = 128 << 10;

    private final Runnable breakOff;

    /** @param breakOff does nothing after the end */
    LeasedBody(InputStream in, Runnable breakOff) {
        super(in);
        this.breakOff = breakOff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        return super.read(buffer, offset, Math.min(length, PIECE));
    }

    @Override
    public void close() {
        breakOff.run();
    }
}
