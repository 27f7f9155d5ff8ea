package dev.coffer.backend.swift;

import dev.coffer.backend.http.Http;
import java.io.IOException;

/** A way to log in. For one thread at a time. */
interface Authenticator {

    /**
     * Logs in.
     *
     * @throws dev.coffer.backend.BackendException.Denied if the credentials are not accepted
     */
    Session authenticate(Http http) throws IOException;
}
