package dev.coffer.backend.swift;

import dev.coffer.backend.BackendOptions;
import dev.coffer.backend.contract.StubReply;
import dev.coffer.backend.contract.StubRequest;
import dev.coffer.backend.contract.StubServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A cloud in memory: Swift with one account, and Keystone with one user. Answers as the real ones do. */
final class FakeSwift implements Closeable {

    private static final Pattern STORAGE = Pattern.compile("(?:/region-\\w+)?/v1/AUTH_backup(?:/([^/]+)(?:/(.+))?)?");

    private final StubServer server = StubServer.http(this::answer);
    private final FakeKeystone keystone = new FakeKeystone();
    private final FakeContainers containers = new FakeContainers();

    FakeSwift() throws IOException {}

    FakeKeystone keystone() {
        return keystone;
    }

    FakeContainers containers() {
        return containers;
    }

    InetSocketAddress address() {
        return server.address();
    }

    String url() {
        return server.url();
    }

    /** Settings with which a login by password at Keystone 3 succeeds. */
    BackendOptions options() {
        return options(address(), Map.of());
    }

    /** As {@link #options()}, for who comes by another address. */
    static BackendOptions options(InetSocketAddress address, Map<String, String> extended) {
        return new BackendOptions(extended, environment("http://127.0.0.1:" + address.getPort()));
    }

    static Map<String, String> environment(String url) {
        return Map.of(
                "OS_AUTH_URL", url + "/identity/v3",
                "OS_USERNAME", FakeKeystone.USER,
                "OS_PASSWORD", FakeKeystone.PASSWORD,
                "OS_USER_DOMAIN_NAME", "Default",
                "OS_PROJECT_NAME", FakeKeystone.PROJECT);
    }

    private StubReply answer(StubRequest request) {
        String path = request.path();
        if (path.equals("/auth/v1.0") || path.startsWith("/identity/")) {
            return keystone.answer(request);
        }
        Matcher storage = STORAGE.matcher(path);
        if (!storage.matches()) {
            return StubReply.of(404, "Not Found");
        }
        if (!keystone.accepts(request.header("X-Auth-Token").orElse(""))) {
            return StubReply.of(401, "This server could not verify that you are authorized to access the document");
        }
        return containers.answer(request, String.valueOf(storage.group(1)), Optional.ofNullable(storage.group(2)));
    }

    @Override
    public void close() {
        server.close();
    }
}
