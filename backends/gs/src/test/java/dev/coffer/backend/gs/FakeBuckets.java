package dev.coffer.backend.gs;

import dev.coffer.backend.http.Json;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/** What {@link FakeGcs} holds. */
final class FakeBuckets {

    private final Map<String, NavigableMap<String, FakeObject>> objects = new ConcurrentHashMap<>();
    private final Map<String, Json> descriptions = new ConcurrentHashMap<>();
    private final AtomicLong generations = new AtomicLong(1_700_000_000_000_000L);

    /** @param description as it was sent */
    void create(String bucket, Json description) {
        descriptions.put(bucket, description);
        objects.put(bucket, new ConcurrentSkipListMap<>());
    }

    boolean has(String bucket) {
        return objects.containsKey(bucket);
    }

    Json description(String bucket) {
        return descriptions.get(bucket);
    }

    NavigableMap<String, FakeObject> objects(String bucket) {
        NavigableMap<String, FakeObject> found = objects.get(bucket);
        if (found == null) {
            throw new FakeReplies.Refusal(404, "notFound", "The specified bucket does not exist.");
        }
        return found;
    }

    FakeObject object(String bucket, String name) {
        FakeObject object = objects(bucket).get(name);
        if (object == null) {
            throw new FakeReplies.Refusal(404, "notFound", "No such object: " + bucket + "/" + name);
        }
        return object;
    }

    FakeObject put(String bucket, String name, byte[] bytes, String storageClass) {
        FakeObject object = new FakeObject(bucket, name, bytes, storageClass, generations.incrementAndGet());
        objects(bucket).put(name, object);
        return object;
    }
}
