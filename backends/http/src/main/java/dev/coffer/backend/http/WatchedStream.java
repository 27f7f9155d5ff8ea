package dev.coffer.backend.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reports that bytes move. */
final class WatchedStream extends FilterInputStream {

    private final StallWatch watch;

    WatchedStream(InputStream in, StallWatch watch) {
        super(in);
        this.watch = watch;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        watch.moved();
        return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        watch.moved();
        return count;
    }
}
