package dev.coffer.backend.gs;

import dev.coffer.backend.contract.StubReply;
import dev.coffer.backend.contract.StubRequest;
import dev.coffer.backend.http.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;

/** A page of the objects of a bucket of {@link FakeGcs}, in the order of their names. */
record FakeListing(StubRequest request, FakeBuckets buckets) {

    private static final int LARGEST_PAGE = 1000;

    StubReply answer(String bucket) {
        String prefix = request.parameter("prefix");
        List<Json> items = new ArrayList<>();
        Set<String> prefixes = new LinkedHashSet<>();
        String last = "";
        for (FakeObject object : rest(bucket, prefix).values()) {
            if (!object.name().startsWith(prefix)) {
                break;
            }
            if (items.size() + prefixes.size() == limit()) {
                return page(items, prefixes, last);
            }
            last = object.name();
            int folder = delimiter(object.name(), prefix);
            if (folder < 0) {
                items.add(object.json());
            } else {
                prefixes.add(object.name().substring(0, folder + 1));
            }
        }
        return page(items, prefixes, "");
    }

    /** Everything from the first name of the page on. */
    private NavigableMap<String, FakeObject> rest(String bucket, String prefix) {
        String token = request.parameter("pageToken");
        NavigableMap<String, FakeObject> all = buckets.objects(bucket);
        return token.isEmpty()
                ? all.tailMap(prefix, true)
                : all.tailMap(new String(Base64.getDecoder().decode(token), StandardCharsets.UTF_8), false);
    }

    private int limit() {
        String given = request.parameter("maxResults");
        return given.isEmpty() ? LARGEST_PAGE : Math.min(Integer.parseInt(given), LARGEST_PAGE);
    }

    private int delimiter(String name, String prefix) {
        String delimiter = request.parameter("delimiter");
        return delimiter.isEmpty() ? -1 : name.indexOf(delimiter, prefix.length());
    }

    private StubReply page(List<Json> items, Set<String> prefixes, String last) {
        Json page = Json.object("kind", Json.of("storage#objects"));
        if (!items.isEmpty()) {
            page = page.with("items", new Json.Array(items));
        }
        if (!prefixes.isEmpty()) {
            page = page.with(
                    "prefixes", new Json.Array(prefixes.stream().map(Json::of).toList()));
        }
        if (!last.isEmpty()) {
            String token = Base64.getEncoder().encodeToString(last.getBytes(StandardCharsets.UTF_8));
            page = page.with("nextPageToken", Json.of(token));
        }
        return FakeReplies.json(FakeFields.select(request, page));
    }
}
