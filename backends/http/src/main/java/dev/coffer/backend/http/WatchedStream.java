package dev.coffer.backend.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;

/**
 * Content that is sent, which reports that it moves. It breaks off as soon as the thread that makes the request is
 * interrupted, whichever thread sends, so that no server gets all of a file that nobody wants any more.
 */
final class WatchedStream extends FilterInputStream {

    private final StallWatch watch;

    WatchedStream(InputStream in, StallWatch watch) {
        super(in);
        this.watch = watch;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        if (watch.interrupted()) {
            throw new InterruptedIOException("interrupted while sending");
        }
        watch.moved();
        return count;
    }
}
