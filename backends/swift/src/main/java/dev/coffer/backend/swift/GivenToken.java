package dev.coffer.backend.swift;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.http.Http;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** Somebody has logged in for us. The token can be used once; when it has expired, it takes a login of our own. */
final class GivenToken implements Authenticator {

    private final Session session;
    private final Optional<Authenticator> login;
    private final AtomicBoolean used = new AtomicBoolean();

    GivenToken(Session session, Optional<Authenticator> login) {
        this.session = session;
        this.login = login;
    }

    @Override
    public Session authenticate(Http http) throws IOException {
        if (!used.getAndSet(true)) {
            return session;
        }
        if (login.isEmpty()) {
            throw new BackendException.Denied(
                    "Swift at " + session.storage() + " does not accept the token in OS_AUTH_TOKEN (any more), and there are"
                            + " no OS_AUTH_URL and OS_PASSWORD to get another one",
                    null);
        }
        return login.get().authenticate(http);
    }
}
