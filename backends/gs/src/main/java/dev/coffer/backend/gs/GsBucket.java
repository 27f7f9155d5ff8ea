package dev.coffer.backend.gs;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.Content;
import dev.coffer.backend.http.HttpAnswer;
import dev.coffer.backend.http.HttpCall;
import dev.coffer.backend.http.Json;
import java.io.IOException;
import java.net.URI;

/** The bucket that holds a repository. */
record GsBucket(GsClient client, GsAddresses addresses, String name) {

    /**
     * Creates it if there is none. Whoever may not ask whether it is there is taken to know that it is: that takes another
     * permission than working with objects.
     *
     * @param project to create it in; empty for the one of the credentials
     * @param region where its objects are to be
     */
    void create(String project, String region) throws IOException {
        try (HttpAnswer answer = client.send("find bucket " + name, HttpCall.get(addresses.bucket(name)))) {
            answer.discard();
        } catch (BackendException.Denied _) {
            // requests for objects will tell
        } catch (BackendException.Missing _) {
            insert(project.isEmpty() ? client.project() : project, region);
        }
    }

    private void insert(String project, String region) throws IOException {
        if (project.isEmpty()) {
            throw new BackendException.Rejected(
                    "cannot create bucket " + name + ": GOOGLE_PROJECT_ID must say in which project", null);
        }
        Json bucket = Json.object("name", Json.of(name)).with("location", Json.of(region));
        HttpCall call = HttpCall.post(addresses.buckets(project), Content.of(bucket.bytes()))
                .header("Content-Type", "application/json; charset=UTF-8");
        try (HttpAnswer answer = client.send("create bucket " + name, call)) {
            answer.discard();
        }
    }

    URI metadata(String object) {
        return addresses.metadata(name, object);
    }

    URI object(String object) {
        return addresses.object(name, object);
    }

    URI media(String object) {
        return addresses.media(name, object);
    }

    URI upload() {
        return addresses.upload(name);
    }

    URI list(String prefix, String page) {
        return addresses.list(name, prefix, page);
    }
}
