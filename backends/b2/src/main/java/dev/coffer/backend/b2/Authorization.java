package dev.coffer.backend.b2;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.http.Json;
import dev.coffer.backend.http.Secret;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What B2 gives for an application key; good for a day.
 *
 * @param accountId whose buckets they are
 * @param token goes along with every request
 * @param apiUrl where requests are sent to
 * @param downloadUrl where files are downloaded from
 * @param capabilities what the key may do, such as {@code deleteFiles}
 * @param buckets those that the key is restricted to; none means no restriction
 */
record Authorization(
        String accountId,
        Secret token,
        String apiUrl,
        String downloadUrl,
        Set<String> capabilities,
        Set<Bucket> buckets) {

    /** @param answer to {@code b2_authorize_account} of version 4 */
    static Authorization of(Json answer) throws BackendException {
        Json storage =
                answer.get("apiInfo").flatMap(info -> info.get("storageApi")).orElse(answer);
        Json allowed = storage.get("allowed").orElse(storage);
        return new Authorization(
                require(answer, "accountId"),
                new Secret(require(answer, "authorizationToken")),
                require(storage, "apiUrl"),
                require(storage, "downloadUrl"),
                allowed.elements("capabilities").stream()
                        .flatMap(Authorization::text)
                        .collect(Collectors.toUnmodifiableSet()),
                allowed.elements("buckets").stream()
                        .flatMap(Authorization::bucket)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private static String require(Json json, String name) throws BackendException {
        return json.text(name)
                .orElseThrow(
                        () -> new BackendException.Transient("cannot log in to B2: the answer lacks " + name, null));
    }

    private static Stream<String> text(Json value) {
        return value instanceof Json.Text(var text) ? Stream.of(text) : Stream.empty();
    }

    private static Stream<Bucket> bucket(Json bucket) {
        Optional<String> id = bucket.text("id");
        return bucket.text("name").flatMap(name -> id.map(known -> new Bucket(known, name))).stream();
    }

    boolean permits(String capability) {
        return capabilities.contains(capability);
    }

    /** The address of one of the calls. */
    URI call(String name) {
        return URI.create(apiUrl + B2Api.VERSION + name);
    }
}
