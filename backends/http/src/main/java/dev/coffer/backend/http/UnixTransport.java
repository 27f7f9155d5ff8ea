package dev.coffer.backend.http;

import java.io.BufferedInputStream;
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
        try {
            write(call, watch, Channels.newOutputStream(channel));
        } catch (IOException e) {
            return answerInstead(call, in, e);
        }
        return AnswerHead.read(in).answer(call.method(), in);
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
            new WatchedStream(call.content().openChecked(), watch).transferTo(out);
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
