package dev.coffer.backend.b2;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.http.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Removes a file: all its versions, so that it costs nothing any more. A key that may not delete hides it instead; then it
 * is as good as gone, and the bucket's owner decides when it goes.
 */
record B2Removal(B2Api api, Bucket bucket, String attempt, String file) {

    private static final int PAGE = 1000;
    private static final String HIDDEN = "hide";

    private record Version(String id, String action) {}

    /** @throws BackendException.Missing if there is no such file, or it is hidden */
    void run() throws IOException {
        if (api.authorization().permits("deleteFiles")) {
            deleteAll(versions());
        } else {
            hide();
        }
    }

    private void hide() throws IOException {
        api.call(
                attempt,
                "b2_hide_file",
                Json.object("bucketId", Json.of(bucket.id())).with("fileName", Json.of(file)));
    }

    /** The newest comes last, so that a removal that breaks off changes nothing that is seen. */
    private void deleteAll(List<Version> newestFirst) throws IOException {
        if (newestFirst.isEmpty() || newestFirst.getFirst().action().equals(HIDDEN)) {
            throw new BackendException.Missing("cannot " + attempt + ": there is no file " + file, null);
        }
        for (Version version : newestFirst.reversed()) {
            try {
                api.call(
                        attempt,
                        "b2_delete_file_version",
                        Json.object("fileName", Json.of(file)).with("fileId", Json.of(version.id())));
            } catch (BackendException.Missing _) {
                // somebody else was faster
            }
        }
    }

    private List<Version> versions() throws IOException {
        Json parameters = Json.object("bucketId", Json.of(bucket.id()))
                .with("prefix", Json.of(file))
                .with("startFileName", Json.of(file))
                .with("maxFileCount", Json.of(PAGE));
        List<Version> versions = new ArrayList<>();
        Json answer = page(parameters, versions);
        while (answer.text("nextFileName").equals(Optional.of(file))) {
            answer =
                    page(parameters.with("startFileId", answer.get("nextFileId").orElse(Json.Word.NULL)), versions);
        }
        return versions;
    }

    private Json page(Json parameters, List<Version> versions) throws IOException {
        Json answer = api.call(attempt, "b2_list_file_versions", parameters);
        for (Json version : answer.elements("files")) {
            if (version.text("fileName").equals(Optional.of(file))) {
                versions.add(new Version(
                        version.text("fileId").orElseThrow(() -> B2Api.lacking(attempt, "a version's id")),
                        version.text("action").orElse("")));
            }
        }
        return answer;
    }
}
