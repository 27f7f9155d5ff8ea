package dev.coffer.backend.swift;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.Content;
import dev.coffer.backend.http.Http;
import dev.coffer.backend.http.HttpAnswer;
import dev.coffer.backend.http.HttpCall;
import dev.coffer.backend.http.Json;
import dev.coffer.backend.http.MalformedJson;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** What all ways to log in have in common. */
final class Login {

    static final String ATTEMPT = "log in to Swift";

    private Login() {}

    /** An answer to a login, with the body read. */
    interface Reader<T> {
        T read(HttpAnswer answer) throws IOException;
    }

    /** Sends the request and reads the answer, if it is one of success. */
    static <T> T send(Http http, HttpCall call, Reader<T> reader) throws IOException {
        try (HttpAnswer answer = http.send(ATTEMPT, call)) {
            return reader.read(answer.orThrow());
        } catch (BackendException.Denied e) {
            throw new BackendException.Denied(
                    e.getMessage() + "; check the variables OS_* or ST_* with user, password, domain and project", e);
        } catch (BackendException.Missing e) {
            throw new BackendException.Rejected(e.getMessage() + "; check the address in OS_AUTH_URL or ST_AUTH", e);
        }
    }

    static HttpCall post(URI address, Json body) {
        return HttpCall.post(address, Content.of(body.bytes()))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json");
    }

    static Json json(HttpAnswer answer) throws IOException {
        try {
            return Json.parse(answer.bytes());
        } catch (MalformedJson e) {
            throw senseless("an answer that makes no sense: " + e.getMessage());
        }
    }

    /** A gateway in trouble may say anything, so it may pass. */
    static BackendException senseless(String what) {
        return new BackendException.Transient("cannot " + ATTEMPT + ": the server gave " + what, null);
    }

    /** The time, or the end of times if there is none that can be understood. */
    static Instant expiry(Optional<String> time) {
        try {
            return time.map(Instant::parse).orElse(Instant.MAX);
        } catch (DateTimeParseException _) {
            return Instant.MAX;
        }
    }
}
