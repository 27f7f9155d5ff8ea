package dev.coffer.backend.swift;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.FileInfo;
import dev.coffer.backend.FileType;
import dev.coffer.backend.http.HttpAnswer;
import dev.coffer.backend.http.HttpCall;
import dev.coffer.backend.http.Json;
import dev.coffer.backend.http.MalformedJson;
import dev.coffer.backend.http.ObjectNames;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Lists the objects of one type, page by page.
 *
 * <p>How long a page can be is a setting of the server, which shortens pages without saying so. Therefore only an empty page
 * is the last one.
 */
record SwiftListing(SwiftClient client, SwiftContainer container, ObjectNames names, FileType type) {

    void run(Consumer<FileInfo> action) throws IOException {
        String marker = "";
        List<Json> page = page(marker);
        while (!page.isEmpty()) {
            page.forEach(object -> report(object, action));
            String last = page.getLast().text("name").orElse("");
            if (last.equals(marker)) {
                throw senseless("a page that does not go on after " + marker);
            }
            marker = last;
            page = page(marker);
        }
    }

    private void report(Json object, Consumer<FileInfo> action) {
        String path = object.text("name").orElse("");
        names.fileName(type, path)
                .ifPresent(name -> object.number("bytes").ifPresent(size -> action.accept(new FileInfo(name, size))));
    }

    private List<Json> page(String marker) throws IOException {
        String query = "?format=json&prefix=" + parameter(names.of(type)) + "&marker=" + parameter(marker);
        try (HttpAnswer answer = client.send(attempt(), container.path() + query, HttpCall::get)) {
            SwiftFailures.check(answer);
            List<Json> objects = new ArrayList<>();
            if (answer.status() != 204) {
                Json.forEach(answer.body(), objects::add);
            }
            return objects;
        } catch (MalformedJson e) {
            throw senseless("a listing that makes no sense (" + e.getMessage() + ")");
        }
    }

    private static String parameter(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private BackendException senseless(String what) {
        return new BackendException.Transient("cannot " + attempt() + ": the server gave " + what, null);
    }

    private String attempt() {
        return "list " + type.directory();
    }
}
