package dev.coffer.backend;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * The bytes to be saved as one file: their number, and a stream of them that can be opened again for another attempt.
 *
 * <p>The arrays belong to the caller, who must not change them until the save has returned. Safe for use by several
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

    /** The concatenation of several arrays, without copying them. */
    static Content of(List<byte[]> segments) {
        List<byte[]> parts = List.copyOf(segments);
        long length = parts.stream().mapToLong(part -> part.length).sum();
        return new Content() {
            @Override
            public long length() {
                return length;
            }

            @Override
            public InputStream open() {
                return new SequenceInputStream(Collections.enumeration(
                        parts.stream().map(ByteArrayInputStream::new).toList()));
            }
        };
    }
}
