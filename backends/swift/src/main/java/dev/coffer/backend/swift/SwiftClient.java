package dev.coffer.backend.swift;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.http.Http;
import dev.coffer.backend.http.HttpAnswer;
import dev.coffer.backend.http.HttpCall;
import dev.coffer.backend.http.Renewable;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

/**
 * Sends requests to the storage, with a token. It logs in when the first request comes, when the token is about to expire, and
 * when it is no longer accepted. For any number of threads.
 */
final class SwiftClient implements Closeable {

    private static final Duration MARGIN = Duration.ofMinutes(1);

    private final Http http;
    private final Renewable<Session> sessions;

    /** @param http is closed with this client */
    SwiftClient(Http http, Authenticator authenticator) {
        this.http = http;
        this.sessions = new Renewable<>(() -> authenticator.authenticate(http));
    }

    /**
     * Sends a request for what is below the address of the storage.
     *
     * @param attempt for messages
     * @param resource with a leading slash, as it stands in a URL
     * @param request makes the request for that address
     * @return the answer, whatever its status; the caller closes it
     */
    HttpAnswer send(String attempt, String resource, Function<URI, HttpCall> request) throws IOException {
        Session session = session();
        HttpAnswer answer = send(session, attempt, resource, request);
        if (answer.status() != 401) {
            return answer;
        }
        answer.close();
        return send(sessions.renew(session), attempt, resource, request);
    }

    private Session session() throws IOException {
        Session session = sessions.get();
        boolean expiresSoon = session.expires().isBefore(Instant.now().plus(MARGIN));
        return expiresSoon ? sessions.renew(session) : session;
    }

    private HttpAnswer send(Session session, String attempt, String resource, Function<URI, HttpCall> request)
            throws IOException {
        HttpCall call = request.apply(URI.create(session.storage() + resource));
        try {
            return http.send(
                    attempt, call.header("X-Auth-Token", session.token().value()));
        } catch (BackendException.Transient e) {
            if (call.content().length() > 0) {
                // some servers hang up on an upload whose token they do not accept
                sessions.forget(session);
            }
            throw e;
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
