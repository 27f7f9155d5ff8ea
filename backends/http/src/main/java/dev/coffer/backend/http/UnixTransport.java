package dev.coffer.backend.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.StandardProtocolFamily;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.impl.DefaultSchemePortResolver;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.core5.util.Timeout;

/**
 * HTTP over a socket in the file system. Each request has a connection of its own: here one costs next to nothing, and needs no
 * look whether it still stands, for which it would have to know time-outs.
 */
final class UnixTransport implements Transport {

    private static final long NEVER = Long.MAX_VALUE;

    private final Path socket;
    private final Transport http;

    private UnixTransport(Path socket, Transport http) {
        this.socket = socket;
        this.http = http;
    }

    static UnixTransport of(HttpSettings settings, Path socket) {
        Connections connections = new Connections(
                new DefaultHttpClientConnectionOperator(
                        _ -> new UnixSocket(socket, SocketChannel.open(StandardProtocolFamily.UNIX)),
                        DefaultSchemePortResolver.INSTANCE,
                        new AnyName(),
                        _ -> null),
                new DefaultRoutePlanner(DefaultSchemePortResolver.INSTANCE),
                Timeout.of(settings.connectTimeout()));
        return new UnixTransport(socket, new ApacheTransport(connections, NEVER));
    }

    /** Hosts in addresses are not looked for: the socket is the one server. */
    private static final class AnyName implements DnsResolver {

        @Override
        public InetAddress[] resolve(String host) {
            return new InetAddress[] {InetAddress.getLoopbackAddress()};
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }

    @Override
    public RawAnswer send(HttpCall call, StallWatch watch) throws IOException {
        return http.send(call.header("Connection", "close"), watch);
    }

    @Override
    public String describe(HttpCall call) {
        return call.method() + " " + socket + ":" + call.uri().getRawPath();
    }

    @Override
    public void close() {
        http.close();
    }
}
