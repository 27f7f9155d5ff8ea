package dev.coffer.backend.http;

import java.io.BufferedInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;

/**
 * HTTP/1.1 over a socket in the file system, which the JDK's client cannot reach. Each request has a connection of its own:
 * here one costs next to nothing.
 */
final class UnixTransport implements Transport {

    private static final Set<String> WITH_CONTENT = Set.of("POST", "PUT", "PATCH");

    private final Path socket;

    UnixTransport(Path socket) {
        this.socket = socket;
    }

    @Override
    public RawAnswer send(HttpCall call, StallWatch watch) throws IOException {
        SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
        watch.onStall(() -> closeQuietly(channel));
        try {
            return exchange(call, watch, channel);
        } catch (IOException e) {
            closeQuietly(channel);
            throw e;
        }
    }

    private static RawAnswer exchange(HttpCall call, StallWatch watch, SocketChannel channel) throws IOException {
        InputStream in = new BufferedInputStream(Channels.newInputStream(channel), 64 << 10);
        ServerEnd out = new ServerEnd(Channels.newOutputStream(channel));
        try {
            write(call, watch, out);
        } catch (IOException e) {
            if (out.hasFailed()) {
                return answerInstead(call, in, e);
            }
            throw e;
        }
        return AnswerHead.read(in).answer(call.method(), in);
    }

    /** Remembers whether it failed: if the content did instead, the server still waits for the rest, and has no answer. */
    private static final class ServerEnd extends FilterOutputStream {

        private boolean failed;

        ServerEnd(OutputStream out) {
            super(out);
        }

        boolean hasFailed() {
            return failed;
        }

        @Override
        public void write(byte[] buffer, int offset, int length) throws IOException {
            try {
                out.write(buffer, offset, length);
            } catch (IOException e) {
                failed = true;
                throw e;
            }
        }
    }

    /** A server that does not want the rest of a request has answered before it hangs up. */
    private static RawAnswer answerInstead(HttpCall call, InputStream in, IOException failure) throws IOException {
        try {
            return AnswerHead.read(in).answer(call.method(), in);
        } catch (IOException _) {
            throw failure;
        }
    }

    private static void write(HttpCall call, StallWatch watch, OutputStream out) throws IOException {
        out.write(head(call).getBytes(StandardCharsets.ISO_8859_1));
        if (call.content().length() > 0) {
            try (InputStream content = new WatchedStream(call.content().openChecked(), watch)) {
                content.transferTo(out);
            }
        }
    }

    private static String head(HttpCall call) {
        StringBuilder head = new StringBuilder();
        String query = call.uri().getRawQuery() == null ? "" : "?" + call.uri().getRawQuery();
        head.append(call.method() + " " + call.uri().getRawPath() + query + " HTTP/1.1\r\n");
        head.append("Host: " + call.uri().getRawAuthority() + "\r\nConnection: close\r\n");
        if (call.content().length() > 0 || WITH_CONTENT.contains(call.method())) {
            head.append("Content-Length: " + call.content().length() + "\r\n");
        }
        call.headers().forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
        return head.append("\r\n").toString();
    }

    @Override
    public String describe(HttpCall call) {
        return call.method() + " " + socket + ":" + call.uri().getRawPath();
    }

    private static void closeQuietly(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException _) {
            // it is of no more use
        }
    }

    /** Connections end with their requests. */
    @Override
    public void close() {}
}
