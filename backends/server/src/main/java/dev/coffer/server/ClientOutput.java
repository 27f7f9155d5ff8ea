package dev.coffer.server;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** The body of an answer, while somebody watches that the client takes it. Counts the bytes. For one thread. */
final class ClientOutput extends FilterOutputStream {

    /** Small enough that also a slow client takes so much within the time it has. */
    private static final int PIECE = 1 << 16;

    private final ClientWatch watch;
    private long count;

    ClientOutput(OutputStream stream, ClientWatch watch) {
        super(stream);
        this.watch = watch;
    }

    /** How many bytes were written. */
    long count() {
        return count;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int written = 0;
        while (written < length) {
            int from = offset + written;
            int piece = Math.min(PIECE, length - written);
            watch.await(() -> {
                out.write(bytes, from, piece);
                return piece;
            });
            written += piece;
            count += piece;
        }
    }
}
