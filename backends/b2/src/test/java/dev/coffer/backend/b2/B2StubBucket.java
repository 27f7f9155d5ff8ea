package dev.coffer.backend.b2;

import dev.coffer.backend.http.Json;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;

/** A bucket of the stub: for each name its versions, the newest first. */
final class B2StubBucket {

    private static final int MOST = 10_000;

    private final String name;
    private final NavigableMap<String, Deque<Version>> files = new ConcurrentSkipListMap<>();
    private long lastId;

    B2StubBucket(String name) {
        this.name = name;
    }

    /** @param action {@code upload}, or {@code hide} for a marker that hides the versions below */
    record Version(String file, String id, String action, byte[] bytes) {

        Json json() {
            return Json.object("fileId", Json.of(id))
                    .with("fileName", Json.of(file))
                    .with("action", Json.of(action))
                    .with("contentLength", Json.of(bytes.length))
                    .with("contentType", Json.of("application/octet-stream"))
                    .with("fileInfo", new Json.Structure(Map.of()))
                    .with("uploadTimestamp", Json.of(1_700_000_000_000L));
        }
    }

    String id() {
        return "id-of-" + name;
    }

    String name() {
        return name;
    }

    Json json() {
        return Json.object("bucketId", Json.of(id()))
                .with("bucketName", Json.of(name))
                .with("bucketType", Json.of("allPrivate"));
    }

    /** The versions of a file, the newest first. */
    List<Version> versions(String file) {
        return List.copyOf(files.getOrDefault(file, new ConcurrentLinkedDeque<>()));
    }

    /** What is to be seen of a file. */
    Optional<Version> visible(String file) {
        return versions(file).stream()
                .findFirst()
                .filter(version -> version.action().equals("upload"));
    }

    synchronized Version add(String file, String action, byte[] bytes) {
        Version version = new Version(file, "4_z" + lastId++, action, bytes);
        files.computeIfAbsent(file, _ -> new ConcurrentLinkedDeque<>()).addFirst(version);
        return version;
    }

    Version hide(String file) {
        List<Version> versions = versions(file);
        if (versions.isEmpty()) {
            throw new B2StubError(400, "no_such_file", "File not present: " + file);
        }
        if (versions.getFirst().action().equals("hide")) {
            throw new B2StubError(400, "already_hidden", "File already hidden: " + file);
        }
        return add(file, "hide", new byte[0]);
    }

    synchronized void delete(String file, String id) {
        Deque<Version> versions = files.getOrDefault(file, new ConcurrentLinkedDeque<>());
        if (!versions.removeIf(version -> version.id().equals(id))) {
            throw new B2StubError(400, "file_not_present", "File not present: " + file + " " + id);
        }
        if (versions.isEmpty()) {
            files.remove(file);
        }
    }

    Version version(String id) {
        return files.values().stream()
                .flatMap(Deque::stream)
                .filter(version -> version.id().equals(id))
                .findFirst()
                .orElseThrow(() -> B2StubError.missing(id));
    }

    Json listNames(Json parameters) {
        Stream<Version> newest = matching(parameters).flatMap(file -> visible(file).stream());
        return page(parameters, newest);
    }

    Json listVersions(Json parameters) {
        Optional<String> start = parameters.text("startFileName");
        Optional<String> startId = parameters.text("startFileId");
        Stream<Version> versions = matching(parameters)
                .flatMap(file -> versions(file).stream()
                        .dropWhile(version -> startId.isPresent()
                                && start.equals(Optional.of(file))
                                && !startId.get().equals(version.id())));
        return page(parameters, versions);
    }

    private Stream<String> matching(Json parameters) {
        String prefix = parameters.text("prefix").orElse("");
        return files.tailMap(parameters.text("startFileName").orElse(""), true).keySet().stream()
                .filter(file -> file.startsWith(prefix));
    }

    private static Json page(Json parameters, Stream<Version> versions) {
        long most = parameters.number("maxFileCount").orElse(100);
        if (most < 1 || most > MOST) {
            throw new B2StubError(400, "bad_request", "maxFileCount out of range: " + most);
        }
        List<Version> found = versions.limit(most + 1).toList();
        Json[] page = found.stream().limit(most).map(Version::json).toArray(Json[]::new);
        Json next = found.size() > most ? Json.of(found.getLast().file()) : Json.Word.NULL;
        Json nextId = found.size() > most ? Json.of(found.getLast().id()) : Json.Word.NULL;
        return Json.object("files", Json.array(page)).with("nextFileName", next).with("nextFileId", nextId);
    }
}
