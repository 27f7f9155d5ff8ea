package dev.coffer.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.coffer.backend.BackendException;
import java.io.IOException;

/** Answers requests, each on its own thread. */
final class RestHandler implements HttpHandler {

    private static final String METRICS_PATH = "/metrics";

    private final ServerSettings settings;
    private final Authentication authentication;
    private final RepositoryPool repositories;
    private final FileRequests files;
    private final Metrics metrics;
    private final ClientWatch watch;
    private volatile boolean stopping;

    RestHandler(
            ServerSettings settings,
            Authentication authentication,
            RepositoryPool repositories,
            FileRequests files,
            Metrics metrics,
            ClientWatch watch) {
        this.settings = settings;
        this.authentication = authentication;
        this.repositories = repositories;
        this.files = files;
        this.metrics = metrics;
        this.watch = watch;
    }

    /** From now on, nothing new is begun. */
    void stop() {
        stopping = true;
    }

    /** The server closes a connection whose request ends in an exception. */
    @Override
    public void handle(HttpExchange http) throws IOException {
        watch.end();
        Exchange exchange = new Exchange(http, watch);
        metrics.started();
        try {
            answer(exchange);
            exchange.finish();
        } finally {
            metrics.ended(exchange.status());
            settings.accessLog().add(exchange);
        }
    }

    private void answer(Exchange exchange) throws IOException {
        try {
            route(exchange);
        } catch (Refusal e) {
            refuse(exchange, e);
        } catch (BackendException e) {
            if (!(e instanceof BackendException.Missing)) {
                tell(exchange, String.valueOf(e.getMessage()));
            }
            refuse(exchange, Refusal.of(Status.of(e)));
        } catch (RuntimeException | OutOfMemoryError e) {
            tell(exchange, "internal error: " + e);
            refuse(exchange, Refusal.of(Status.FAILED));
        }
    }

    private void tell(Exchange exchange, String problem) {
        settings.messages().accept(exchange.method() + " " + exchange.target() + ": " + problem);
    }

    private static void refuse(Exchange exchange, Refusal refusal) throws IOException {
        if (exchange.answered()) {
            throw refusal;
        }
        exchange.refuse(refusal);
    }

    private void route(Exchange exchange) throws IOException {
        if (stopping) {
            exchange.setHeader("Connection", "close");
            throw Refusal.unavailable();
        }
        if (exchange.path().equals(METRICS_PATH) && settings.metrics() != ServerSettings.MetricsAudience.NOBODY) {
            sendMetrics(exchange);
            return;
        }
        authenticate(exchange);
        RequestTarget target = RequestTarget.parse(exchange.path()).orElseThrow(Refusal::notFound);
        settings.rules().requireAccess(exchange.user(), target.folders());
        switch (target.item()) {
            case RequestTarget.Whole _ -> create(exchange, target);
            case RequestTarget.Listing listing ->
                repositories.use(target.folders(), repository -> files.list(exchange, repository, listing.type()));
            case RequestTarget.File file ->
                repositories.use(
                        target.folders(), repository -> files.file(exchange, target, repository, file.handle()));
        }
    }

    private void authenticate(Exchange exchange) throws Refusal {
        String header = exchange.header("Authorization").orElse("");
        exchange.admit(authentication.user(header).orElseThrow(Refusal::unauthorized));
    }

    private void create(Exchange exchange, RequestTarget target) throws IOException {
        if (!exchange.method().equals("POST")) {
            throw Refusal.methodNotAllowed("POST");
        }
        if (!exchange.hasQuery("create=true")) {
            throw Refusal.badRequest();
        }
        repositories.create(target.folders());
        exchange.send(Status.OK);
    }

    private void sendMetrics(Exchange exchange) throws IOException {
        if (settings.metrics() == ServerSettings.MetricsAudience.USERS) {
            authenticate(exchange);
            settings.rules().requireMetricsReader(exchange.user());
        }
        if (!exchange.method().equals("GET")) {
            throw Refusal.methodNotAllowed("GET");
        }
        exchange.send(Status.OK, PrometheusText.MEDIA_TYPE, metrics.text());
    }
}
