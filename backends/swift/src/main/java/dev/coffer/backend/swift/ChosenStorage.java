package dev.coffer.backend.swift;

import dev.coffer.backend.http.Http;
import java.io.IOException;
import java.net.URI;

/** A login after which another storage is used than the one that the service names. */
record ChosenStorage(URI storage, Authenticator login) implements Authenticator {

    @Override
    public Session authenticate(Http http) throws IOException {
        Session session = login.authenticate(http);
        return new Session(storage, session.token(), session.expires());
    }
}
