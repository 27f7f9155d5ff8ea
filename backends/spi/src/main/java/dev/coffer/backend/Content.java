package dev.coffer.backend;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;

/**
 * The bytes to be saved as one file: their number, and a stream of them that can be opened again for another attempt.
 *
 * <p>The memory belongs to the caller, who must not change it until the save has returned. Safe for use by several
 * threads as long as each opens its own stream.
 */
public interface Content {

    /** Number of bytes that {@link #open()} yields. */
    long length();

    /** A new stream from the first byte. Closing it is not necessary. */
    InputStream open();

    /**
     * As {@link #open()}, for stores that cannot check the number of bytes themselves: reading fails with
     * {@link BackendException.Rejected} if the content is shorter or longer than announced, no later than with the read
     * that would have given the last announced byte.
     */
    default InputStream openChecked() {
        return new LengthCheck(open(), length());
    }

    static Content of(byte[] bytes) {
        return of(bytes, 0, bytes.length);
    }

    static Content of(byte[] bytes, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        return new Content() {
            @Override
            public long length() {
                return length;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes, offset, length);
            }
        };
    }

    /** The concatenation of what remains in several buffers, without copying it; they are left as they are. */
    static Content of(List<ByteBuffer> segments) {
        List<ByteBuffer> parts = segments.stream().map(ByteBuffer::slice).toList();
        long length = parts.stream().mapToLong(ByteBuffer::remaining).sum();
        return new Content() {
            @Override
            public long length() {
                return length;
            }

            @Override
            public InputStream open() {
                return new SegmentStream(parts);
            }
        };
    }
}
