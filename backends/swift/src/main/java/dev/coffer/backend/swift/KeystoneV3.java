package dev.coffer.backend.swift;

import dev.coffer.backend.http.Http;
import dev.coffer.backend.http.HttpAnswer;
import dev.coffer.backend.http.Json;
import dev.coffer.backend.http.Secret;
import dev.coffer.backend.swift.EndpointChoice.Endpoint;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Keystone's version 3. */
record KeystoneV3(URI server, Identity identity, Scope scope, EndpointChoice choice) implements Authenticator {

    @Override
    public Session authenticate(Http http) throws IOException {
        Json body = Json.object("auth", auth());
        return Login.send(http, Login.post(URI.create(server + "/auth/tokens"), body), this::session);
    }

    private Json auth() {
        Json auth = Json.object("identity", identity.json());
        boolean unscoped = identity.fixesScope() || scope instanceof Scope.Unscoped;
        return unscoped ? auth : auth.with("scope", scope.json());
    }

    private Session session(HttpAnswer answer) throws IOException {
        Json body = Login.json(answer);
        Json token = body.get("token").orElse(body);
        String id = answer.header("X-Subject-Token").orElseThrow(() -> Login.senseless("no token"));
        return new Session(choice.from(catalog(token)), new Secret(id), Login.expiry(token.text("expires_at")));
    }

    private static List<Endpoint> catalog(Json token) {
        return token.elements("catalog").stream()
                .filter(service -> service.text("type").equals(Optional.of("object-store")))
                .flatMap(service -> service.elements("endpoints").stream())
                .map(KeystoneV3::endpoint)
                .toList();
    }

    private static Endpoint endpoint(Json endpoint) {
        return new Endpoint(
                endpoint.text("region").or(() -> endpoint.text("region_id")).orElse(""),
                endpoint.text("interface").orElse(""),
                endpoint.text("url").orElse(""));
    }
}
