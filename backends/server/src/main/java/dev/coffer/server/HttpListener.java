package dev.coffer.server;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** Makes the JDK's HTTP server listen. */
final class HttpListener {

    private static final int BACKLOG = 256;

    /**
     * What the JDK's server takes from system properties only. It lets every answer out at once, keeps connections open for
     * longer than clients do (who would else run into one that is just being closed), and bounds what strangers can ask of it.
     */
    private static final Map<String, String> LIMITS = Map.of(
            "sun.net.httpserver.nodelay", "true",
            "sun.net.httpserver.idleInterval", "120",
            "sun.net.httpserver.maxIdleConnections", "1000",
            "sun.net.httpserver.maxReqHeaders", "100",
            "sun.net.httpserver.maxReqHeaderSize", "65536",
            "jdk.httpserver.maxConnections", "1000");

    private HttpListener() {}

    /**
     * Takes the address, but does not answer before it is started.
     *
     * @throws IOException if it cannot be taken; the message says why
     */
    static HttpServer bind(InetSocketAddress address, Optional<SSLContext> tls) throws IOException {
        LIMITS.forEach((name, value) -> {
            if (System.getProperty(name) == null) {
                System.setProperty(name, value);
            }
        });
        if (address.isUnresolved()) {
            throw new IOException("cannot listen at " + text(address) + ": there is no such host");
        }
        try {
            return tls.isPresent() ? bindSecure(address, tls.get()) : HttpServer.create(address, BACKLOG);
        } catch (IOException e) {
            throw new IOException(
                    "cannot listen at " + text(address) + ": " + e.getMessage()
                            + "; choose another port or address, or end the program that has it",
                    e);
        }
    }

    private static HttpServer bindSecure(InetSocketAddress address, SSLContext tls) throws IOException {
        HttpsServer server = HttpsServer.create(address, BACKLOG);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        return server;
    }

    private static String text(InetSocketAddress address) {
        return address.getHostString() + ":" + address.getPort();
    }
}
