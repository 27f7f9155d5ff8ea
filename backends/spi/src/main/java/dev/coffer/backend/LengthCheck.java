package dev.coffer.backend;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that fails unless it has exactly as many bytes as announced. For one thread. */
final class LengthCheck extends FilterInputStream {

    private final long announced;
    private long seen;

    LengthCheck(InputStream stream, long announced) {
        super(stream);
        this.announced = announced;
    }

    @Override
    public int read() throws IOException {
        byte[] single = new byte[1];
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = in.read(buffer, offset, length);
        if (count < 0) {
            if (seen < announced) {
                throw wrongLength("only " + seen);
            }
            return count;
        }
        seen += count;
        if (seen > announced || (seen == announced && count > 0 && in.read() >= 0)) {
            throw wrongLength("more");
        }
        return count;
    }

    private BackendException wrongLength(String came) {
        return new BackendException.Rejected(announced + " bytes were announced, but " + came + " came", null);
    }

    @Override
    public long skip(long count) throws IOException {
        long skipped = 0;
        while (skipped < count && read() >= 0) {
            skipped++;
        }
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
