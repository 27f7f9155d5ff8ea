package dev.coffer.engine.buffer;

import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Bytes that become more and more, kept in arrays of one length from a {@link BufferPool}: nothing is copied as they grow, and
 * no long array is needed. For one thread at a time. Whoever does not need the bytes any longer releases them; closing the stream
 * is of no effect.
 */
public final class Segments extends OutputStream {

    /** Length of one segment. */
    public static final int SEGMENT_BYTES = 256 << 10;

    private final BufferPool buffers;
    private final List<Buffer> segments = new ArrayList<>();
    private long length;

    public Segments(BufferPool buffers) {
        this.buffers = buffers;
    }

    /** Number of bytes so far. */
    public long length() {
        return length;
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) {
        Objects.checkFromIndexSize(offset, count, bytes.length);
        int done = 0;
        while (done < count) {
            int at = (int) (length % SEGMENT_BYTES);
            if (at == 0) {
                segments.add(buffers.take(SEGMENT_BYTES));
            }
            int part = Math.min(SEGMENT_BYTES - at, count - done);
            System.arraycopy(bytes, offset + done, segments.getLast().bytes(), at, part);
            done += part;
            length += part;
        }
    }

    /** Copies all bytes; there must be room for them. */
    public void copyTo(byte[] target, int offset) {
        int at = offset;
        for (ByteBuffer part : parts()) {
            int count = part.remaining();
            part.get(target, at, count);
            at += count;
        }
    }

    /**
     * Releases the segments and gives all bytes in one array, which is the caller's to close.
     *
     * @param target where that comes from, unless it is the only segment there is
     */
    public Buffer join(BufferPool target) {
        int total = Math.toIntExact(length);
        if (segments.size() == 1) {
            Buffer only = segments.removeFirst();
            length = 0;
            only.shorten(total);
            return only;
        }
        Buffer joined = target.take(total);
        copyTo(joined.bytes(), 0);
        release();
        return joined;
    }

    /** The bytes themselves, not a copy, in order. */
    public List<ByteBuffer> parts() {
        List<ByteBuffer> parts = new ArrayList<>(segments.size());
        for (Buffer segment : segments) {
            long start = (long) parts.size() * SEGMENT_BYTES;
            parts.add(ByteBuffer.wrap(segment.bytes(), 0, (int) Math.min(SEGMENT_BYTES, length - start)));
        }
        return parts;
    }

    /** Gives the memory back, and the bytes up. */
    public void release() {
        segments.forEach(Buffer::close);
        segments.clear();
        length = 0;
    }
}
