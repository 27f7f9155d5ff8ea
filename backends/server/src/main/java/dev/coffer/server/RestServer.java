package dev.coffer.server;

import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;

/** A server for restic's REST protocol that is running. */
public final class RestServer implements Closeable {

    /** How long a client may keep a request waiting without sending or taking anything. */
    private static final Duration CLIENT_PATIENCE = Duration.ofMinutes(2);

    /** How long running requests may take once the server is to stop. */
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);

    private static final Duration PASSWORD_LIFETIME = Duration.ofMinutes(1);

    private final HttpServer http;
    private final RestHandler handler;
    private final RepositoryPool repositories;
    private final ClientWatch watch;
    private final RunningRequests running = new RunningRequests();

    private RestServer(HttpServer http, RestHandler handler, RepositoryPool repositories, ClientWatch watch) {
        this.http = http;
        this.handler = handler;
        this.repositories = repositories;
        this.watch = watch;
    }

    /**
     * Starts a server.
     *
     * @param opener leads to the repositories
     * @throws IOException if the address cannot be taken or the password file not be used; the message says why
     */
    public static RestServer start(ServerSettings settings, RepositoryOpener opener) throws IOException {
        return start(settings, opener, CLIENT_PATIENCE, SegmentPool.ofQuarterOfHeap());
    }

    static RestServer start(
            ServerSettings settings, RepositoryOpener opener, Duration clientPatience, SegmentPool memory)
            throws IOException {
        Authentication authentication = authentication(settings);
        HttpServer http = HttpListener.bind(settings.address(), settings.tls());
        ClientWatch watch = new ClientWatch(clientPatience);
        Metrics metrics = new Metrics(memory::used);
        RepositoryPool repositories =
                new RepositoryPool(opener, settings.rules().maxSize());
        FileRequests files = new FileRequests(
                settings.rules(), new UploadReceiver(memory, settings.temporaryFolder()), memory, metrics);
        RestHandler handler = new RestHandler(settings, authentication, repositories, files, metrics, watch);
        RestServer server = new RestServer(http, handler, repositories, watch);
        http.createContext("/", handler);
        http.setExecutor(server::run);
        http.start();
        return server;
    }

    private static Authentication authentication(ServerSettings settings) throws IOException {
        if (settings.passwordFile().isEmpty()) {
            return Authentication.NONE;
        }
        return new PasswordAuthentication(
                new PasswordFile(settings.passwordFile().get(), settings.messages()),
                new VerifiedPasswords(PASSWORD_LIFETIME, System::nanoTime));
    }

    /** Runs a request from its first byte on. Until the handler takes over, the thread waits for the client. */
    private void run(Runnable request) {
        running.enter();
        Thread.ofVirtual().start(() -> {
            watch.begin();
            try {
                request.run();
            } finally {
                watch.forget();
                running.leave();
            }
        });
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return http.getAddress();
    }

    /** Lets running requests end, for up to 20 seconds, and refuses new ones meanwhile. */
    @Override
    public void close() throws IOException {
        handler.stop();
        try {
            running.awaitNone(STOP_PATIENCE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        http.stop(0);
        watch.close();
        repositories.close();
    }
}
