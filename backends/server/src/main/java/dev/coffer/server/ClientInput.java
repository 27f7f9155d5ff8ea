package dev.coffer.server;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** What a client sends as the body of its request, while somebody watches that it does. For one thread. */
final class ClientInput extends FilterInputStream {

    private final ClientWatch watch;

    ClientInput(InputStream stream, ClientWatch watch) {
        super(stream);
        this.watch = watch;
    }

    @Override
    public int read() throws IOException {
        return watch.await(in::read);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        return watch.await(() -> in.read(buffer, offset, length));
    }
}
