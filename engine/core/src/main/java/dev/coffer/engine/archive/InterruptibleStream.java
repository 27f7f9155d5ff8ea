package dev.coffer.engine.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.SynchronousQueue;

/**
 * A stream whose reader can be interrupted, whatever it is made of: reading from a pipe or a terminal goes on for ever if the
 * other side says nothing. A thread of its own reads ahead by one piece; when the stream is closed early that thread may stay
 * behind, waiting for data that nobody wants, but it does not keep the process alive. Used by one thread.
 */
final class InterruptibleStream extends InputStream {

    private static final int PIECE = 1 << 18;

    private final InputStream source;
    private final BlockingQueue<Piece> pieces = new SynchronousQueue<>();
    private final Thread reader;
    private byte[] current = {};
    private int position;
    private boolean ended;

    InterruptibleStream(InputStream source) {
        this.source = source;
        this.reader = Thread.ofPlatform().daemon().name("stream reader").start(this::readAhead);
    }

    /** What the reader hands over. */
    private sealed interface Piece {
        record Bytes(byte[] bytes) implements Piece {}

        record End() implements Piece {}

        record Failure(IOException cause) implements Piece {}
    }

    private void readAhead() {
        try {
            Piece piece;
            do {
                piece = readPiece();
                pieces.put(piece);
            } while (piece instanceof Piece.Bytes);
        } catch (InterruptedException _) {
            // Closed: nobody wants the rest.
        }
    }

    private Piece readPiece() {
        try {
            byte[] buffer = new byte[PIECE];
            int count = source.read(buffer);
            return count < 0 ? new Piece.End() : new Piece.Bytes(Arrays.copyOf(buffer, count));
        } catch (IOException e) {
            return new Piece.Failure(e);
        } catch (RuntimeException | Error e) {
            // Whatever ends this thread must be told to the one that waits for it.
            return new Piece.Failure(new IOException("reading failed: " + e, e));
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, target.length);
        while (position == current.length && !ended) {
            next();
        }
        if (ended) {
            return -1;
        }
        int count = Math.min(length, current.length - position);
        System.arraycopy(current, position, target, offset, count);
        position += count;
        return count;
    }

    private void next() throws IOException {
        switch (take()) {
            case Piece.Bytes(byte[] bytes) -> {
                current = bytes;
                position = 0;
            }
            case Piece.End _ -> ended = true;
            case Piece.Failure(IOException cause) -> throw cause;
        }
    }

    private Piece take() throws InterruptedIOException {
        try {
            return pieces.take();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the backup was interrupted");
        }
    }

    @Override
    public void close() throws IOException {
        reader.interrupt();
        source.close();
    }
}
