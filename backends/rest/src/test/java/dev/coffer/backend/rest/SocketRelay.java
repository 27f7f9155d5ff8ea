package dev.coffer.backend.rest;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/** A socket in the file system that leads to a server which knows only TCP. */
final class SocketRelay implements Closeable {

    private final ServerSocketChannel listener;
    private final InetSocketAddress server;

    SocketRelay(Path socket, InetSocketAddress server) throws IOException {
        this.server = server;
        this.listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(socket));
        Thread.ofVirtual().start(this::accept);
    }

    private void accept() {
        try {
            while (true) {
                SocketChannel client = listener.accept();
                Thread.ofVirtual().start(() -> relay(client));
            }
        } catch (IOException _) {
            // closed
        }
    }

    private void relay(SocketChannel client) {
        try (client;
                Socket connection = new Socket(server.getAddress(), server.getPort())) {
            Thread.ofVirtual().start(() -> copyRequest(client, connection));
            connection.getInputStream().transferTo(Channels.newOutputStream(client));
        } catch (IOException _) {
            // one of the two has given up
        }
    }

    /** Ends with the request, of which there is one on each connection, or when the client gives up. */
    private static void copyRequest(SocketChannel client, Socket connection) {
        try {
            InputStream in = Channels.newInputStream(client);
            OutputStream out = connection.getOutputStream();
            in.transferTo(out);
            connection.close();
        } catch (IOException _) {
            // as above
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
