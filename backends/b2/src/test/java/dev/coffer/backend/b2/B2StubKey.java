package dev.coffer.backend.b2;

import dev.coffer.backend.http.Json;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * An application key of the stub.
 *
 * @param bucket the only one it is good for
 * @param prefix of the files it is good for
 */
record B2StubKey(String id, String secret, Set<String> capabilities, Optional<String> bucket, String prefix) {

    static final Set<String> EVERYTHING = Set.of(
            "listBuckets", "writeBuckets", "deleteBuckets", "listFiles", "readFiles", "writeFiles", "deleteFiles");

    static B2StubKey master() {
        return new B2StubKey("master", "K001secret", EVERYTHING, Optional.empty(), "");
    }

    static B2StubKey with(String... capabilities) {
        return new B2StubKey("restricted", "K002secret", Set.copyOf(Arrays.asList(capabilities)), Optional.empty(), "");
    }

    B2StubKey restrictedTo(String name, String filePrefix) {
        return new B2StubKey(id, secret, capabilities, Optional.of(name), filePrefix);
    }

    /** @throws B2StubError if the key is not good for that */
    void require(String capability, Optional<String> bucketName, String file) {
        boolean elsewhere = bucket.isPresent() && !bucket.equals(bucketName);
        if (!capabilities.contains(capability) || elsewhere || !file.startsWith(prefix)) {
            throw B2StubError.unauthorized();
        }
    }

    Json capabilitiesJson() {
        return Json.array(capabilities.stream().map(Json::of).toArray(Json[]::new));
    }

    Json prefixJson() {
        return prefix.isEmpty() ? Json.Word.NULL : Json.of(prefix);
    }
}
