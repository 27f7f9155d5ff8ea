package dev.coffer.backend.b2;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A proxy for TLS that leads to one server, whichever is asked for. */
final class TunnelProxy implements Closeable {

    private final InetSocketAddress server;
    private final ServerSocket listener;

    TunnelProxy(InetSocketAddress server) throws IOException {
        this.server = server;
        this.listener = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listener.accept();
                Thread.ofVirtual().start(() -> tunnel(client));
            }
        } catch (IOException _) {
            // closed
        }
    }

    private void tunnel(Socket client) {
        try (client;
                Socket target = new Socket()) {
            target.connect(server);
            client.setTcpNoDelay(true);
            target.setTcpNoDelay(true);
            skipHead(client.getInputStream());
            client.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            Thread back = Thread.ofVirtual().start(() -> copy(target, client));
            copy(client, target);
            back.join();
        } catch (IOException | InterruptedException _) {
            // one of the two has hung up
        }
    }

    private static void skipHead(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("the request has broken off");
            }
            head.append((char) next);
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException _) {
            // the other direction ends as well
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
