package dev.coffer.backend.b2;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.http.Json;
import java.io.IOException;
import java.util.Optional;

/** Finding and making buckets. */
record B2Buckets(B2Api api) {

    /** @throws BackendException.Missing if there is none of that name in the account */
    Bucket open(String name) throws IOException {
        return find(name)
                .orElseThrow(() -> new BackendException.Missing(
                        "there is no bucket " + name + " in this account of B2 (init creates it)", null));
    }

    /** The bucket of that name; a new one is private. */
    Bucket create(String name) throws IOException {
        Optional<Bucket> existing = find(name);
        if (existing.isPresent()) {
            return existing.get();
        }
        String attempt = "create bucket " + name;
        Json parameters = Json.object("accountId", Json.of(api.authorization().accountId()))
                .with("bucketName", Json.of(name))
                .with("bucketType", Json.of("allPrivate"));
        Json answer = api.call(attempt, "b2_create_bucket", parameters);
        return bucket(answer).orElseThrow(() -> B2Api.lacking(attempt, "the new bucket's id"));
    }

    /** A key that is restricted to buckets need not be able to list them, since its authorization names them. */
    private Optional<Bucket> find(String name) throws IOException {
        Authorization authorization = api.authorization();
        Optional<Bucket> allowed = authorization.buckets().stream()
                .filter(bucket -> bucket.name().equals(name))
                .findFirst();
        return allowed.isPresent() ? allowed : list(authorization.accountId(), name);
    }

    private Optional<Bucket> list(String accountId, String name) throws IOException {
        Json parameters = Json.object("accountId", Json.of(accountId)).with("bucketName", Json.of(name));
        Json answer = api.call("find bucket " + name, "b2_list_buckets", parameters);
        return answer.elements("buckets").stream()
                .flatMap(each -> bucket(each).stream())
                .filter(bucket -> bucket.name().equals(name))
                .findFirst();
    }

    private static Optional<Bucket> bucket(Json bucket) {
        return bucket.text("bucketId").flatMap(id -> bucket.text("bucketName").map(name -> new Bucket(id, name)));
    }
}
