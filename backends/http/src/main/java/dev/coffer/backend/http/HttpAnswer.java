package dev.coffer.backend.http;

import dev.coffer.backend.BackendException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;

/**
 * An answer whose body is still to be read, by one thread. Closing it before the end of the body costs the connection, which
 * could else be used again.
 */
public final class HttpAnswer implements Closeable {

    private static final long LONGEST_ARRAY = Integer.MAX_VALUE - 8L;

    /** Servers may say any length; memory for more than this is taken as it comes. */
    private static final long BELIEVED = 64L << 20;

    private final HttpAttempt attempt;
    private final RawAnswer raw;
    private final StallWatch watch;
    private final InputStream body;

    HttpAnswer(HttpAttempt attempt, RawAnswer raw, StallWatch watch) {
        this.attempt = attempt;
        this.raw = raw;
        this.watch = watch;
        this.body = new AnswerStream(attempt, raw.body(), watch);
        watch.pause();
    }

    public int status() {
        return raw.status();
    }

    /** Whether the status is one of success. */
    public boolean ok() {
        return status() / 100 == 2;
    }

    public Optional<String> header(String name) {
        return raw.header(name);
    }

    /** All headers by their names in any case, for libraries that want to look for themselves. */
    public SortedMap<String, List<String>> headers() {
        return raw.headers();
    }

    /** The number of bytes that the server announces, also in the answer to a HEAD. */
    public long contentLength() throws BackendException {
        try {
            return Long.parseLong(header("Content-Length").orElse(""));
        } catch (NumberFormatException e) {
            throw new BackendException.Transient(attempt.message("the answer does not say how long it is"), e);
        }
    }

    /** The body. Failures of reading it are {@link BackendException}s, as those of sending. */
    public InputStream body() {
        return body;
    }

    /** All of the body, which must not have more bytes than an array can. */
    public byte[] bytes() throws IOException {
        if (header("Content-Length").isEmpty()) {
            return body.readAllBytes();
        }
        long length = contentLength();
        if (length > LONGEST_ARRAY) {
            throw new BackendException.Rejected(attempt.message("too long to be read as a whole"), null);
        }
        return length > BELIEVED ? body.readNBytes((int) length) : exactly(new byte[(int) length]);
    }

    private byte[] exactly(byte[] bytes) throws IOException {
        if (body.readNBytes(bytes, 0, bytes.length) < bytes.length) {
            throw new BackendException.Transient(attempt.message("the answer ended early"), null);
        }
        discard();
        return bytes;
    }

    /** Reads the body and forgets it, so that the connection can be used again. */
    public void discard() throws IOException {
        body.transferTo(OutputStream.nullOutputStream());
    }

    /**
     * Reads the answer to a request for a range into the caller's array.
     *
     * @param position where the range starts, which matters if the server has sent the whole file instead
     * @throws BackendException.Truncated if there are fewer bytes
     */
    public void readRange(long position, byte[] buffer, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, buffer.length);
        boolean there = status() == 206 || body.skip(position) == position;
        if (!there || body.readNBytes(buffer, offset, length) < length) {
            throw truncated(position, length);
        }
        if (status() == 206) {
            discard();
        }
    }

    private BackendException truncated(long position, int length) {
        return new BackendException.Truncated(
                attempt.message("there are no " + length + " bytes at " + position), null);
    }

    /** This answer if its status is one of success; else the failure that the status stands for. */
    public HttpAnswer orThrow() throws IOException {
        if (!ok()) {
            throw failure();
        }
        return this;
    }

    /** What the status means, with the server's own words. Reads (a part of) the body. */
    public BackendException failure() throws IOException {
        return StatusFailures.of(status(), attempt.message(ServerWords.of(this)), RetryAfter.of(header("Retry-After")));
    }

    /** Ends the request. Idempotent. */
    @Override
    public void close() throws IOException {
        watch.close();
        raw.body().close();
    }
}
