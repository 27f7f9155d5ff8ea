package dev.coffer.server;

import dev.coffer.backend.Handle;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/**
 * A file, or a part of it, that a client wants. It is sent in pieces that fit into memory.
 *
 * @param size of the file
 * @param wanted the part; empty: all of it
 */
record Download(ServedRepository repository, Handle handle, long size, Optional<ByteRange> wanted) {

    /** Size of a piece when there is no memory for a larger one. */
    private static final int SMALL = 1 << 16;

    /**
     * Looks at the file.
     *
     * @param range the header {@code Range} of the request
     */
    static Download of(ServedRepository repository, Handle handle, Optional<String> range) throws IOException {
        long size = repository.size(handle);
        Optional<ByteRange> wanted = range.isEmpty() ? Optional.empty() : ByteRange.parse(range.get(), size);
        return new Download(repository, handle, size, wanted);
    }

    /** Number of bytes that are wanted. */
    long length() {
        return wanted.map(ByteRange::length).orElse(size);
    }

    /** Answers with the bytes. */
    void send(Exchange exchange, SegmentPool pool) throws IOException {
        if (length() <= SMALL) {
            send(exchange, new byte[(int) length()]);
            return;
        }
        Optional<List<byte[]>> borrowed = pool.tryTake(1);
        try {
            send(exchange, borrowed.isPresent() ? borrowed.get().getFirst() : new byte[SMALL]);
        } finally {
            borrowed.ifPresent(pool::giveBack);
        }
    }

    /** What cannot be read at all is told by the status, so the answer begins after the first piece is there. */
    private void send(Exchange exchange, byte[] buffer) throws IOException {
        long start = wanted.map(ByteRange::start).orElse(0L);
        int piece = load(start, buffer);
        OutputStream output = startAnswer(exchange);
        output.write(buffer, 0, piece);
        long done = piece;
        while (done < length()) {
            piece = load(start + done, buffer);
            output.write(buffer, 0, piece);
            done += piece;
        }
    }

    /** Returns how many bytes were loaded. */
    private int load(long position, byte[] buffer) throws IOException {
        long end = wanted.map(ByteRange::start).orElse(0L) + length();
        int piece = (int) Math.min(buffer.length, end - position);
        repository.load(handle, position, buffer, piece);
        return piece;
    }

    private OutputStream startAnswer(Exchange exchange) throws IOException {
        exchange.setHeader("Accept-Ranges", "bytes");
        exchange.setHeader("Content-Type", "application/octet-stream");
        wanted.ifPresent(range -> exchange.setHeader("Content-Range", range.of(size)));
        return exchange.send(wanted.isPresent() ? Status.PARTIAL : Status.OK, length());
    }
}
