package dev.coffer.backend.swift;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.http.Http;
import dev.coffer.backend.http.HttpAnswer;
import dev.coffer.backend.http.HttpCall;
import dev.coffer.backend.http.Secret;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;

/** The login that Swift itself offers, older than Keystone: user and key in headers, the session in those of the answer. */
record KeystoneV1(URI server, String user, Secret key) implements Authenticator {

    @Override
    public Session authenticate(Http http) throws IOException {
        HttpCall call = HttpCall.get(server).header("X-Auth-User", user).header("X-Auth-Key", key.value());
        return Login.send(http, call, answer -> {
            answer.discard();
            return session(answer);
        });
    }

    private static Session session(HttpAnswer answer) throws BackendException {
        String token = answer.header("X-Auth-Token").orElseThrow(() -> Login.senseless("no token"));
        String storage = answer.header("X-Storage-Url").orElseThrow(() -> Login.senseless("no address of a storage"));
        try {
            return new Session(new URI(storage), new Secret(token), expiry(answer));
        } catch (URISyntaxException e) {
            throw new BackendException.Rejected("the server names no proper address of a storage: " + storage, e);
        }
    }

    private static Instant expiry(HttpAnswer answer) {
        try {
            return answer.header("X-Auth-Token-Expires")
                    .map(Long::parseLong)
                    .map(Instant.now()::plusSeconds)
                    .orElse(Instant.MAX);
        } catch (NumberFormatException | ArithmeticException | DateTimeException _) {
            return Instant.MAX;
        }
    }
}
