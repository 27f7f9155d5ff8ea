package dev.coffer.backend.b2;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.Content;
import dev.coffer.backend.http.ContentDigest;
import dev.coffer.backend.http.HttpAnswer;
import dev.coffer.backend.http.HttpCall;
import dev.coffer.backend.http.Json;
import dev.coffer.backend.http.ObjectNames;
import dev.coffer.backend.http.Secret;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * Uploads files. B2 gives out addresses for that, each with its own token and for one upload at a time. One that has worked
 * is used again; after a failure B2 wants another one to be tried at once, since an address belongs to a machine that may be
 * busy or full. For any number of threads.
 */
final class B2Uploads {

    private final B2Api api;
    private final Bucket bucket;
    private final ConcurrentLinkedDeque<UploadUrl> idle = new ConcurrentLinkedDeque<>();

    B2Uploads(B2Api api, Bucket bucket) {
        this.api = api;
        this.bucket = bucket;
    }

    private record UploadUrl(URI address, Secret token) {}

    /** Stores a file; the server compares its SHA-1. */
    void upload(String attempt, String name, Content content) throws IOException {
        String sha1 = ContentDigest.hex("SHA-1", content);
        try {
            post(attempt, take(attempt), name, content, sha1);
        } catch (BackendException.Transient e) {
            if (e.retryAfter().isPresent()) {
                throw e;
            }
            post(attempt, fresh(attempt), name, content, sha1);
        }
    }

    private UploadUrl take(String attempt) throws IOException {
        UploadUrl used = idle.pollFirst();
        return used == null ? fresh(attempt) : used;
    }

    private UploadUrl fresh(String attempt) throws IOException {
        Json answer = api.call(attempt, "b2_get_upload_url", Json.object("bucketId", Json.of(bucket.id())));
        return new UploadUrl(
                URI.create(answer.text("uploadUrl").orElseThrow(() -> B2Api.lacking(attempt, "an address"))),
                new Secret(answer.text("authorizationToken").orElseThrow(() -> B2Api.lacking(attempt, "a token"))));
    }

    private void post(String attempt, UploadUrl url, String name, Content content, String sha1) throws IOException {
        HttpCall call = HttpCall.post(url.address(), content)
                .header("Authorization", url.token().value())
                .header("X-Bz-File-Name", ObjectNames.encode(name))
                .header("Content-Type", "application/octet-stream")
                .header("X-Bz-Content-Sha1", sha1);
        try (HttpAnswer answer = api.sendAsIs(attempt, call)) {
            if (!answer.ok()) {
                throw explain(attempt, B2Error.of(answer));
            }
            answer.discard();
        }
        idle.addFirst(url);
    }

    /** The token of an address lives for a day at most, which is no failure of ours. */
    private static BackendException explain(String attempt, B2Error error) {
        BackendException failure = error.explain(attempt);
        return error.isExpired()
                ? new BackendException.Transient(String.valueOf(failure.getMessage()), failure)
                : failure;
    }
}
