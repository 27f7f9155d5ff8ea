package dev.coffer.backend.azure;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The next bytes of a stream that goes on behind them, and so is not closed. For one thread. */
final class BlockStream extends FilterInputStream {

    private long left;

    BlockStream(InputStream stream, long length) {
        super(stream);
        this.left = length;
    }

    @Override
    public int read() throws IOException {
        byte[] single = new byte[1];
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (left == 0) {
            return -1;
        }
        int count = in.read(buffer, offset, (int) Math.min(length, left));
        if (count > 0) {
            left -= count;
        }
        return count;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    @Override
    public void close() {}
}
