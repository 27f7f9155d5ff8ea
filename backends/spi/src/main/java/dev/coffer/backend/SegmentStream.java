package dev.coffer.backend;

import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;

/** Yields what remains in several buffers, one behind the other. One thread at a time. */
final class SegmentStream extends InputStream {

    private final Deque<ByteBuffer> left = new ArrayDeque<>();

    /** @param segments are not moved on */
    SegmentStream(List<ByteBuffer> segments) {
        segments.forEach(segment -> left.add(segment.duplicate()));
    }

    @Override
    public int read() {
        byte[] single = new byte[1];
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, target.length);
        while (!left.isEmpty() && !left.getFirst().hasRemaining()) {
            left.removeFirst();
        }
        if (length == 0) {
            return 0;
        }
        if (left.isEmpty()) {
            return -1;
        }
        int count = Math.min(length, left.getFirst().remaining());
        left.getFirst().get(target, offset, count);
        return count;
    }
}
