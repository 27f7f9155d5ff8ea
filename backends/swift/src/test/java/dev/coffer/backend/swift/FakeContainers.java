package dev.coffer.backend.swift;

import dev.coffer.backend.Content;
import dev.coffer.backend.contract.StubReply;
import dev.coffer.backend.contract.StubRequest;
import dev.coffer.backend.http.ContentDigest;
import dev.coffer.backend.http.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** What an account holds: containers, and objects in them. */
final class FakeContainers {

    private static final String POLICY = "gold";

    private final Map<String, NavigableMap<String, byte[]>> containers = new ConcurrentHashMap<>();
    private final Map<String, String> policies = new ConcurrentHashMap<>();
    private volatile int pageSize = 10_000;
    private volatile long quota = Long.MAX_VALUE;

    /** Objects by name, as they are; changes are what another program would do. */
    NavigableMap<String, byte[]> objects(String container) {
        return containers.computeIfAbsent(container, _ -> new ConcurrentSkipListMap<>());
    }

    boolean exists(String container) {
        return containers.containsKey(container);
    }

    Optional<String> policy(String container) {
        return Optional.ofNullable(policies.get(container));
    }

    /** How many objects a listing names at most. */
    void limitPages(int objects) {
        pageSize = objects;
    }

    /** How large an object may be, as long as there is room. */
    void limitSpace(long bytes) {
        quota = bytes;
    }

    StubReply answer(StubRequest request, String container, Optional<String> object) {
        if (request.method().equals("PUT") && object.isEmpty()) {
            return create(request, container);
        }
        NavigableMap<String, byte[]> objects = containers.get(container);
        if (objects == null) {
            return notFound();
        }
        return object.map(name -> object(request, objects, name)).orElseGet(() -> container(request, objects));
    }

    private StubReply create(StubRequest request, String container) {
        Optional<String> policy = request.header("X-Storage-Policy");
        if (policy.isPresent() && !policy.get().equals(POLICY)) {
            return StubReply.of(400, "Invalid X-Storage-Policy '" + policy.get() + "'");
        }
        policy.ifPresent(name -> policies.put(container, name));
        boolean created = containers.putIfAbsent(container, new ConcurrentSkipListMap<>()) == null;
        return StubReply.of(created ? 201 : 202);
    }

    private StubReply container(StubRequest request, NavigableMap<String, byte[]> objects) {
        return switch (request.method()) {
            case "HEAD" -> StubReply.of(204).header("Content-Length", "17"); // of a listing that does not come
            case "GET" -> list(request, objects);
            default -> StubReply.of(405, "Method Not Allowed");
        };
    }

    private StubReply list(StubRequest request, NavigableMap<String, byte[]> objects) {
        String prefix = request.parameter("prefix");
        Json[] page = objects.tailMap(request.parameter("marker"), false).entrySet().stream()
                .filter(object -> object.getKey().startsWith(prefix))
                .limit(pageSize)
                .map(object -> Json.object("name", Json.of(object.getKey()))
                        .with("bytes", Json.of(object.getValue().length))
                        .with("hash", Json.of(md5(object.getValue())))
                        .with("content_type", Json.of("application/octet-stream")))
                .toArray(Json[]::new);
        return StubReply.of(200, Json.array(page).toString()).header("Content-Type", "application/json; charset=utf-8");
    }

    private StubReply object(StubRequest request, NavigableMap<String, byte[]> objects, String name) {
        if (request.method().equals("PUT")) {
            return put(request, objects, name);
        }
        byte[] bytes = objects.get(name);
        if (bytes == null) {
            return notFound();
        }
        return switch (request.method()) {
            case "GET", "HEAD" -> request.slice(bytes).header("Etag", md5(bytes));
            case "DELETE" -> objects.remove(name) == null ? notFound() : StubReply.of(204);
            default -> StubReply.of(405, "Method Not Allowed");
        };
    }

    private StubReply put(StubRequest request, NavigableMap<String, byte[]> objects, String name) {
        String md5 = md5(request.body());
        if (!request.header("ETag").orElse(md5).equals(md5)) {
            return StubReply.of(422, "Unable to process the contained instructions");
        }
        if (request.body().length > quota) {
            return StubReply.of(413, "Upload exceeds quota.");
        }
        objects.put(name, request.body());
        return StubReply.of(201).header("Etag", md5);
    }

    private static String md5(byte[] bytes) {
        try {
            return ContentDigest.hex("MD5", Content.of(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static StubReply notFound() {
        return StubReply.of(404, "<html><h1>Not Found</h1><p>The resource could not be found.</p></html>");
    }
}
