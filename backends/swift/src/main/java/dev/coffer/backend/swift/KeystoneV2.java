package dev.coffer.backend.swift;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.http.Http;
import dev.coffer.backend.http.Json;
import dev.coffer.backend.http.Secret;
import dev.coffer.backend.swift.EndpointChoice.Endpoint;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Keystone's version 2, which knows no domains. */
record KeystoneV2(
        URI server,
        String user,
        Secret password,
        Optional<String> tenantId,
        Optional<String> tenantName,
        EndpointChoice choice)
        implements Authenticator {

    private static final int SHORTEST_API_KEY = 32;

    /** Rackspace takes API keys, which cannot be told from passwords but by their length; else the other form is tried. */
    @Override
    public Session authenticate(Http http) throws IOException {
        boolean apiKey = password.value().length() >= SHORTEST_API_KEY;
        try {
            return request(http, apiKey);
        } catch (BackendException.Denied | BackendException.Rejected refused) {
            if (!apiKey) {
                throw refused;
            }
            return request(http, false);
        }
    }

    private Session request(Http http, boolean apiKey) throws IOException {
        Json body = Json.object("auth", auth(apiKey));
        return Login.send(
                http, Login.post(URI.create(server + "/tokens"), body), answer -> session(Login.json(answer)));
    }

    private Json auth(boolean apiKey) {
        Json auth = apiKey
                ? Json.object("RAX-KSKEY:apiKeyCredentials", credentials("apiKey"))
                : Json.object("passwordCredentials", credentials("password"));
        if (tenantId.isPresent()) {
            return auth.with("tenantId", Json.of(tenantId.get()));
        }
        return tenantName.map(name -> auth.with("tenantName", Json.of(name))).orElse(auth);
    }

    private Json credentials(String kind) {
        return Json.object("username", Json.of(user)).with(kind, Json.of(password.value()));
    }

    private Session session(Json answer) throws BackendException {
        Json access = answer.get("access").orElse(answer);
        Json token = access.get("token").orElse(answer);
        String id = token.text("id").orElseThrow(() -> Login.senseless("no token"));
        return new Session(choice.from(catalog(access)), new Secret(id), Login.expiry(token.text("expires")));
    }

    private static List<Endpoint> catalog(Json access) {
        return access.elements("serviceCatalog").stream()
                .filter(service -> service.text("type").equals(Optional.of("object-store")))
                .flatMap(service -> service.elements("endpoints").stream())
                .flatMap(endpoint ->
                        Stream.of("public", "internal", "admin").flatMap(face -> face(endpoint, face).stream()))
                .toList();
    }

    private static Optional<Endpoint> face(Json endpoint, String face) {
        String region = endpoint.text("region").orElse("");
        return endpoint.text(face + "URL").map(address -> new Endpoint(region, face, address));
    }
}
