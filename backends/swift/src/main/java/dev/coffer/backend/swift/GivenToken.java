package dev.coffer.backend.swift;

import dev.coffer.backend.http.Http;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;

/** Somebody has logged in for us. When the token is no longer good, it takes a login of our own. */
final class GivenToken implements Authenticator {

    private final Session session;
    private final Authenticator login;
    private final AtomicBoolean used = new AtomicBoolean();

    GivenToken(Session session, Authenticator login) {
        this.session = session;
        this.login = login;
    }

    @Override
    public Session authenticate(Http http) throws IOException {
        return used.getAndSet(true) ? login.authenticate(http) : session;
    }
}
