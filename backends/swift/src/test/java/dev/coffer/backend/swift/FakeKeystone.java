package dev.coffer.backend.swift;

import dev.coffer.backend.contract.StubReply;
import dev.coffer.backend.contract.StubRequest;
import dev.coffer.backend.http.Json;
import dev.coffer.backend.http.MalformedJson;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The logins of versions 1, 2 and 3, for one user. A token is good until it is made to expire. */
final class FakeKeystone {

    static final String USER = "demo";
    static final String PASSWORD = "correct horse";
    static final String PROJECT = "backup";
    static final String API_KEY = "0123456789abcdef0123456789abcdef";

    private final Set<String> tokens = ConcurrentHashMap.newKeySet();
    private final List<Json> logins = new CopyOnWriteArrayList<>();
    private volatile Duration lifetime = Duration.ofHours(1);

    /** What was asked for so far; of version 1, nothing is known but the number. */
    List<Json> logins() {
        return List.copyOf(logins);
    }

    boolean accepts(String token) {
        return tokens.contains(token);
    }

    /** All tokens so far become worthless. */
    void expireTokens() {
        tokens.clear();
    }

    /** What new tokens say about themselves. */
    void announceLifetime(Duration duration) {
        lifetime = duration;
    }

    StubReply answer(StubRequest request) {
        try {
            return switch (request.path()) {
                case "/auth/v1.0" -> version1(request);
                case "/identity/v2.0/tokens" -> version2(request, Json.parse(request.body()));
                case "/identity/v3/auth/tokens" -> version3(request, Json.parse(request.body()));
                default -> StubReply.of(404, "Not Found");
            };
        } catch (MalformedJson e) {
            return StubReply.of(400, "{\"error\":{\"message\":\"malformed\"}}");
        }
    }

    private StubReply version1(StubRequest request) {
        logins.add(Json.Word.NULL);
        boolean known = request.header("X-Auth-User").equals(Optional.of(USER))
                && request.header("X-Auth-Key").equals(Optional.of(PASSWORD));
        return known
                ? StubReply.of(200)
                        .header("X-Auth-Token", newToken())
                        .header("X-Auth-Token-Expires", String.valueOf(lifetime.toSeconds()))
                        .header("X-Storage-Url", host(request) + "/v1/AUTH_backup")
                : StubReply.of(401, "<html><h1>Unauthorized</h1></html>");
    }

    private StubReply version2(StubRequest request, Json body) {
        logins.add(body);
        Json auth = member(body, "auth");
        Json password = member(auth, "passwordCredentials");
        Json apiKey = member(auth, "RAX-KSKEY:apiKeyCredentials");
        boolean known = is(password, "username", USER) && is(password, "password", PASSWORD)
                || is(apiKey, "username", USER) && is(apiKey, "apiKey", API_KEY);
        if (!known) {
            return unauthorized();
        }
        boolean scoped = is(auth, "tenantName", PROJECT) || is(auth, "tenantId", "p1");
        Json token = Json.object("id", Json.of(newToken())).with("expires", expiry());
        Json access = Json.object("token", token).with("serviceCatalog", scoped ? catalog2(request) : Json.array());
        return StubReply.of(200, Json.object("access", access).toString());
    }

    private Json catalog2(StubRequest request) {
        Json one = Json.object("region", Json.of("One"))
                .with("publicURL", storage(request, "one"))
                .with("internalURL", storage(request, "inner"));
        Json two = Json.object("region", Json.of("Two")).with("publicURL", storage(request, "two"));
        return Json.array(
                Json.object("type", Json.of("compute")).with("endpoints", Json.array()),
                Json.object("type", Json.of("object-store")).with("endpoints", Json.array(one, two)));
    }

    private StubReply version3(StubRequest request, Json body) {
        logins.add(body);
        Json auth = member(body, "auth");
        Json identity = member(auth, "identity");
        Optional<Json> scope = auth.get("scope");
        boolean byCredential = identity.elements("methods").contains(Json.of("application_credential"));
        if (!knows(identity) || (byCredential && scope.isPresent())) {
            return unauthorized();
        }
        Json token = Json.object("expires_at", expiry());
        boolean scoped = byCredential || scope.isPresent();
        return StubReply.of(
                        201,
                        Json.object("token", scoped ? token.with("catalog", catalog3(request)) : token)
                                .toString())
                .header("X-Subject-Token", newToken());
    }

    private boolean knows(Json identity) {
        Json user = member(member(identity, "password"), "user");
        Json credential = member(identity, "application_credential");
        return knowsUser(user) && is(user, "password", PASSWORD)
                || accepts(member(identity, "token").text("id").orElse(""))
                || is(credential, "id", "c1") && is(credential, "secret", PASSWORD)
                || is(credential, "name", "coffer")
                        && is(credential, "secret", PASSWORD)
                        && knowsUser(member(credential, "user"));
    }

    /** A name alone says nothing: there may be the same in other domains. */
    private static boolean knowsUser(Json user) {
        Json domain = member(user, "domain");
        return is(user, "id", "u1")
                || is(user, "name", USER) && (is(domain, "name", "Default") || is(domain, "id", "default"));
    }

    private Json catalog3(StubRequest request) {
        return Json.array(
                Json.object("type", Json.of("identity")).with("endpoints", Json.array()),
                Json.object("type", Json.of("object-store"))
                        .with(
                                "endpoints",
                                Json.array(
                                        endpoint("One", "internal", storage(request, "inner")),
                                        endpoint("One", "public", storage(request, "one")),
                                        endpoint("Two", "public", storage(request, "two")))));
    }

    private static Json endpoint(String region, String face, Json url) {
        return Json.object("region", Json.of(region))
                .with("interface", Json.of(face))
                .with("url", url);
    }

    /** Regions are told apart by their address, but hold the same. */
    private static Json storage(StubRequest request, String region) {
        return Json.of(host(request) + "/region-" + region + "/v1/AUTH_backup");
    }

    private static String host(StubRequest request) {
        return "http://" + request.header("Host").orElse("");
    }

    private String newToken() {
        String token = "token-" + logins.size() + "-" + System.nanoTime();
        tokens.add(token);
        return token;
    }

    private Json expiry() {
        return Json.of(Instant.now().plus(lifetime).toString());
    }

    private static StubReply unauthorized() {
        return StubReply.of(
                401, "{\"error\":{\"code\":401,\"message\":\"The request you have made requires authentication.\"}}");
    }

    private static Json member(Json value, String name) {
        return value.get(name).orElse(Json.Word.NULL);
    }

    private static boolean is(Json value, String name, String expected) {
        return value.text(name).equals(Optional.of(expected));
    }
}
