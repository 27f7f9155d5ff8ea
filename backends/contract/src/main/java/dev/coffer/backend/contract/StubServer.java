package dev.coffer.backend.contract;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;

/**
 * A server of HTTP in this JVM, for stand-ins of services. Requests come to the handler with their whole body, one thread for
 * each; a request that breaks off does not come at all. Listens on a free port of this machine.
 */
public final class StubServer implements Closeable {

    static {
        // else each answer with a body waits for the client's acknowledgement of its head
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final String scheme;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

    private StubServer(HttpServer server, String scheme, StubHandler handler) {
        this.server = server;
        this.scheme = scheme;
        server.createContext("/", exchange -> serve(exchange, handler));
        server.setExecutor(executor);
        server.start();
    }

    public static StubServer http(StubHandler handler) throws IOException {
        return new StubServer(HttpServer.create(freePort(), 0), "http", handler);
    }

    public static StubServer https(SSLContext context, StubHandler handler) throws IOException {
        HttpsServer server = HttpsServer.create(freePort(), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        return new StubServer(server, "https", handler);
    }

    private static InetSocketAddress freePort() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    public InetSocketAddress address() {
        return server.getAddress();
    }

    /** Without a slash at the end. */
    public String url() {
        return scheme + "://127.0.0.1:" + address().getPort();
    }

    private static void serve(HttpExchange exchange, StubHandler handler) throws IOException {
        try (exchange) {
            StubReply reply = handler.answer(request(exchange));
            reply.headers().forEach(exchange.getResponseHeaders()::set);
            if ("close".equalsIgnoreCase(exchange.getRequestHeaders().getFirst("Connection"))) {
                // the JDK's server closes then, but does not say so
                exchange.getResponseHeaders().set("Connection", "close");
            }
            if (exchange.getRequestMethod().equals("HEAD")) {
                exchange.getResponseHeaders()
                        .putIfAbsent("Content-Length", List.of(String.valueOf(reply.body().length)));
                exchange.sendResponseHeaders(reply.status(), -1);
                return;
            }
            exchange.sendResponseHeaders(reply.status(), reply.body().length == 0 ? -1 : reply.body().length);
            try (OutputStream body = exchange.getResponseBody()) {
                body.write(reply.body());
            }
        }
    }

    private static StubRequest request(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (body.length < Long.parseLong(headers.getOrDefault("Content-Length", "0"))) {
            throw new EOFException("the request has broken off");
        }
        return new StubRequest(exchange.getRequestMethod(), exchange.getRequestURI(), headers, body);
    }

    @Override
    public void close() {
        server.stop(0);
        executor.close();
    }
}
