package dev.coffer.backend.gs;

import dev.coffer.backend.contract.StubRequest;
import dev.coffer.backend.http.Json;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The parameter {@code fields}: which members of an answer are wanted, at any depth. */
final class FakeFields {

    private static final Set<String> KNOWN = Set.of(
            "kind",
            "items",
            "nextPageToken",
            "prefixes",
            "name",
            "bucket",
            "size",
            "generation",
            "metageneration",
            "storageClass",
            "contentType",
            "timeCreated",
            "updated",
            "md5Hash",
            "crc32c",
            "location",
            "projectId");

    private FakeFields() {}

    static Json select(StubRequest request, Json all) {
        String fields = request.parameter("fields");
        if (fields.isEmpty()) {
            return all;
        }
        Set<String> wanted = Arrays.stream(fields.split("[,()/]"))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
        for (String name : wanted) {
            if (!KNOWN.contains(name)) {
                throw new FakeReplies.Refusal(400, "invalidParameter", "Invalid field selection " + name);
            }
        }
        return restrict(all, wanted);
    }

    private static Json restrict(Json json, Set<String> wanted) {
        return switch (json) {
            case Json.Structure(Map<String, Json> members) -> {
                Map<String, Json> left = new HashMap<>();
                members.forEach((name, value) -> {
                    if (wanted.contains(name)) {
                        left.put(name, restrict(value, wanted));
                    }
                });
                yield new Json.Structure(left);
            }
            case Json.Array(List<Json> values) ->
                new Json.Array(
                        values.stream().map(value -> restrict(value, wanted)).toList());
            default -> json;
        };
    }
}
