package dev.coffer.backend.http;

import java.io.IOException;
import java.net.Socket;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.impl.io.DefaultManagedHttpClientConnection;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * A connection that still listens when a request cannot be sent to its end: a server that does not want the rest answers before
 * it hangs up, and TLS says what it has against us. For one thread at a time.
 */
final class AttentiveConnection extends DefaultManagedHttpClientConnection {

    private @Nullable SocketChannel channel;

    /** Why the request has not been sent. A connection on which that happens serves no other. */
    private @Nullable IOException unsent;

    AttentiveConnection(String id, Http1Config config) {
        super(id, null, null, config, null, null, null, null);
    }

    @Override
    public void bind(Socket socket) throws IOException {
        super.bind(socket);
        channel = socket.getChannel();
    }

    @Override
    public void bind(SSLSocket encrypted, Socket socket) throws IOException {
        super.bind(encrypted, socket);
        channel = socket.getChannel();
    }

    /**
     * Whether the server has hung up since the last answer, or says what nobody has asked for. That is either way when there is
     * something to read. Unlike what is above it, a channel can tell without waiting.
     */
    @Override
    public boolean isStale() throws IOException {
        return channel == null || !channel.isOpen() || isReadable(channel);
    }

    private static boolean isReadable(SocketChannel channel) throws IOException {
        try (Selector selector = channel.provider().openSelector()) {
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ);
            return selector.selectNow() > 0;
        } finally {
            channel.configureBlocking(true);
        }
    }

    /** Also whether there is an end to be seen, which need not be waited for, and which no content should follow. */
    @Override
    public boolean isDataAvailable(Timeout patience) throws IOException {
        return super.isDataAvailable(patience) || isStale();
    }

    @Override
    public void sendRequestEntity(ClassicHttpRequest request) throws HttpException, IOException {
        try {
            super.sendRequestEntity(request);
        } catch (CallContent.Unreadable e) {
            // the server waits for the rest, and has no answer
            throw e;
        } catch (IOException e) {
            unsent = e;
        }
    }

    @Override
    public void flush() throws IOException {
        if (unsent != null) {
            return;
        }
        try {
            super.flush();
        } catch (IOException e) {
            unsent = e;
        }
    }

    @Override
    public ClassicHttpResponse receiveResponseHeader() throws HttpException, IOException {
        if (unsent == null) {
            return super.receiveResponseHeader();
        }
        try {
            return super.receiveResponseHeader();
        } catch (SSLException e) {
            e.addSuppressed(unsent);
            throw e;
        } catch (HttpException | IOException e) {
            unsent.addSuppressed(e);
            throw unsent;
        }
    }

    @Override
    public boolean isConsistent() {
        return unsent == null && super.isConsistent();
    }
}
