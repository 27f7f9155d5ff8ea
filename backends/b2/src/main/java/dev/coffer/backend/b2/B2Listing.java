package dev.coffer.backend.b2;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.FileInfo;
import dev.coffer.backend.FileType;
import dev.coffer.backend.http.Json;
import dev.coffer.backend.http.ObjectNames;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Lists the files of one type, page by page; hidden ones are not among them. */
record B2Listing(B2Api api, Bucket bucket, ObjectNames names, FileType type) {

    /** The most that B2 gives. It charges by the thousand. */
    private static final int PAGE = 10_000;

    void run(Consumer<FileInfo> action) throws IOException {
        Optional<String> next = page(Optional.empty(), action);
        while (next.isPresent()) {
            Optional<String> start = next;
            next = page(start, action);
            if (next.equals(start)) {
                throw new BackendException.Transient(
                        "cannot " + attempt() + ": B2 gives the same page again and again", null);
            }
        }
    }

    /** The files of a page are handed out when it is read, so that a slow reader does not hold the connection. */
    private Optional<String> page(Optional<String> start, Consumer<FileInfo> action) throws IOException {
        Json all = Json.object("bucketId", Json.of(bucket.id()))
                .with("prefix", Json.of(names.of(type)))
                .with("maxFileCount", Json.of(PAGE));
        Json parameters =
                start.map(name -> all.with("startFileName", Json.of(name))).orElse(all);
        List<FileInfo> files = new ArrayList<>();
        Json answer = api.call(
                attempt(),
                "b2_list_file_names",
                parameters,
                "files",
                file -> info(file).ifPresent(files::add));
        files.forEach(action);
        return answer.text("nextFileName");
    }

    private Optional<FileInfo> info(Json file) {
        boolean uploaded = file.text("action").equals(Optional.of("upload"));
        return file.text("fileName")
                .filter(_ -> uploaded)
                .flatMap(path -> names.fileName(type, path))
                .map(name -> new FileInfo(name, file.number("contentLength").orElse(0)));
    }

    private String attempt() {
        return "list " + type.directory();
    }
}
