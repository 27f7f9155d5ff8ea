package dev.coffer.operator.controller.admission.server;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.coffer.operator.controller.admission.review.Reviewer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;

/** Answers reviews, each by the reviewer at its path, and probes. */
public final class AdmissionServer implements AutoCloseable {

    /** Answers as long as this process can answer reviews. */
    public static final String HEALTH = "/healthz";

    private static final int BACKLOG = 128;

    /** What the JDK's server takes from system properties only. Whoever is slow to ask gives way, as anybody may connect. */
    private static final Map<String, String> LIMITS = Map.of(
            "sun.net.httpserver.nodelay", "true",
            "sun.net.httpserver.maxReqTime", "10",
            "sun.net.httpserver.maxRspTime", "30",
            "sun.net.httpserver.idleInterval", "120",
            "jdk.httpserver.maxConnections", "256");

    private final HttpsServer http;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private AdmissionServer(HttpsServer http) {
        this.http = http;
    }

    /**
     * Listens from now on.
     *
     * @param port 0 for any that is free
     * @param tls says with which certificate
     * @throws IOException if the port is taken
     */
    public static AdmissionServer start(int port, SSLContext tls, Map<String, Reviewer> reviewers) throws IOException {
        LIMITS.forEach((name, value) -> {
            if (System.getProperty(name) == null) {
                System.setProperty(name, value);
            }
        });
        AdmissionServer server = new AdmissionServer(bind(port));
        server.http.setHttpsConfigurator(new HttpsConfigurator(tls));
        server.http.setExecutor(server.threads);
        server.http.createContext(HEALTH, new HealthHandler());
        reviewers.forEach((path, reviewer) -> server.http.createContext(path, new ReviewHandler(reviewer)));
        server.http.start();
        return server;
    }

    private static HttpsServer bind(int port) throws IOException {
        try {
            return HttpsServer.create(new InetSocketAddress(port), BACKLOG);
        } catch (IOException e) {
            throw new IOException("Cannot listen at port " + port + ": " + e.getMessage() + "; choose another one", e);
        }
    }

    /** The port it listens at. */
    public int port() {
        return http.getAddress().getPort();
    }

    /** Ends it; reviews under way are cut off, which the failure policies of the webhooks provide for. */
    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }
}
