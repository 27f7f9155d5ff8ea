package dev.coffer.backend.http;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The body of an answer that has said how long it is. */
final class FixedLengthStream extends FilterInputStream {

    private long left;

    FixedLengthStream(InputStream in, long length) {
        super(in);
        this.left = length;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (left == 0) {
            return -1;
        }
        int count = super.read(buffer, offset, (int) Math.min(left, length));
        if (count < 0) {
            throw new EOFException("the answer ended " + left + " bytes early");
        }
        left -= count;
        return count;
    }
}
