package dev.coffer.backend.gs;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.FileInfo;
import dev.coffer.backend.FileType;
import dev.coffer.backend.http.HttpAnswer;
import dev.coffer.backend.http.HttpCall;
import dev.coffer.backend.http.Json;
import dev.coffer.backend.http.MalformedJson;
import dev.coffer.backend.http.ObjectNames;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Lists the objects of one type, page by page. */
record GsListing(GsClient client, GsBucket bucket, ObjectNames names, FileType type) {

    private record Page(List<FileInfo> files, String next) {}

    void run(Consumer<FileInfo> action) throws IOException {
        String next = "";
        do {
            Page page = page(next);
            page.files().forEach(action);
            next = page.next();
        } while (!next.isEmpty());
    }

    private Page page(String token) throws IOException {
        List<FileInfo> files = new ArrayList<>();
        HttpCall call = HttpCall.get(bucket.list(names.of(type), token));
        try (HttpAnswer answer = client.send("list " + type.directory(), call)) {
            Json rest = Json.forEach(answer.body(), "items", object -> collect(object, files));
            return new Page(files, rest.text("nextPageToken").orElse(""));
        } catch (MalformedJson | NumberFormatException e) {
            throw new BackendException.Transient(
                    "cannot list " + type.directory() + ": the answer makes no sense (" + e.getMessage() + ")", e);
        }
    }

    /** Sizes are strings, as numbers in JavaScript cannot be that large. */
    private void collect(Json object, List<FileInfo> files) {
        names.fileName(type, object.text("name").orElse(""))
                .ifPresent(name -> files.add(
                        new FileInfo(name, Long.parseLong(object.text("size").orElse("")))));
    }
}
