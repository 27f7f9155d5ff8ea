package dev.coffer.backend.s3;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads as much as is asked for, up to the end. The SDK's own streams end with some small pieces (of a chunk, the checksum),
 * which would be packets of their own, and some servers answer and hang up before the last of them. For one thread.
 */
final class WholeReads extends FilterInputStream {

    WholeReads(InputStream stream) {
        super(stream);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = in.readNBytes(buffer, offset, length);
        return count == 0 && length > 0 ? -1 : count;
    }
}
