package dev.coffer.backend.gs;

import dev.coffer.backend.contract.StubReply;
import dev.coffer.backend.contract.StubRequest;
import dev.coffer.backend.http.Json;
import dev.coffer.backend.http.MalformedJson;
import java.util.List;
import java.util.Set;

/**
 * A request to {@link FakeGcs} from somebody who is known.
 *
 * @param path its parts
 * @param permissions what the ones that are granted start with
 */
record FakeRequest(StubRequest request, List<String> path, Set<String> permissions, FakeBuckets buckets) {

    StubReply answer() {
        String start = path.getFirst();
        return switch (start) {
            case "storage" -> json(path.subList(3, path.size()));
            case "download" -> media(path.get(4), path.get(6));
            case "upload" -> upload(path.get(4));
            default -> xml(start, String.join("/", path.subList(1, path.size())));
        };
    }

    /** @param rest what comes behind {@code /storage/v1/b} */
    private StubReply json(List<String> rest) {
        return switch (request.method() + " " + rest.size()) {
            case "POST 0" -> createBucket();
            case "GET 1" -> bucket(rest.get(0));
            case "GET 2" -> new FakeListing(request, buckets).answer(require("storage.objects.list", rest.get(0)));
            case "GET 3" ->
                request.parameter("alt").equals("media")
                        ? media(rest.get(0), rest.get(2))
                        : metadata(rest.get(0), rest.get(2));
            case "DELETE 3" -> delete(rest.get(0), rest.get(2));
            default -> throw new FakeReplies.Refusal(405, "methodNotAllowed", "this stand-in does not know that");
        };
    }

    /** @return the bucket */
    private String require(String permission, String bucket) {
        if (permissions.stream().noneMatch(permission::startsWith)) {
            throw new FakeReplies.Refusal(
                    403, "forbidden", "somebody does not have " + permission + " access to " + bucket);
        }
        return bucket;
    }

    private StubReply createBucket() {
        String project = request.parameter("project");
        if (project.isEmpty()) {
            throw new FakeReplies.Refusal(400, "required", "Required parameter: project");
        }
        require("storage.buckets.create", project);
        Json description = parse(request.body());
        String bucket = description.text("name").orElse("");
        if (buckets.has(bucket)) {
            throw new FakeReplies.Refusal(
                    409, "conflict", "Your previous request to create the named bucket succeeded");
        }
        buckets.create(bucket, description.with("projectId", Json.of(project)));
        return bucket(bucket);
    }

    private StubReply bucket(String bucket) {
        buckets.objects(require("storage.buckets.get", bucket));
        return FakeReplies.json(FakeFields.select(request, buckets.description(bucket)));
    }

    private StubReply metadata(String bucket, String name) {
        FakeObject object = buckets.object(require("storage.objects.get", bucket), name);
        return FakeReplies.json(FakeFields.select(request, object.json()));
    }

    private StubReply media(String bucket, String name) {
        FakeObject object = buckets.object(require("storage.objects.get", bucket), name);
        return request.slice(object.bytes())
                .header("Content-Type", "application/octet-stream")
                .header("X-Goog-Generation", String.valueOf(object.generation()))
                .header("X-Goog-Hash", "crc32c=" + object.crc32c() + ",md5=" + object.md5());
    }

    private StubReply xml(String bucket, String name) {
        try {
            return media(bucket, name);
        } catch (FakeReplies.Refusal e) {
            String code = e.reply().status() == 404 ? "NoSuchKey" : "AccessDenied";
            return StubReply.of(e.reply().status(), "<Error><Code>" + code + "</Code></Error>")
                    .header("Content-Type", "application/xml; charset=UTF-8");
        }
    }

    private StubReply delete(String bucket, String name) {
        FakeObject object = buckets.object(require("storage.objects.delete", bucket), name);
        buckets.objects(bucket).remove(name, object);
        return StubReply.of(204);
    }

    /** Replacing an object is removing the old one. */
    private StubReply upload(String bucket) {
        require("storage.objects.create", bucket);
        FakeUpload upload = FakeUpload.parse(request);
        if (buckets.objects(bucket).containsKey(upload.name())) {
            require("storage.objects.delete", bucket);
        }
        FakeObject object = upload.store(bucket, buckets);
        return FakeReplies.json(FakeFields.select(request, object.json()));
    }

    static Json parse(byte[] text) {
        try {
            return Json.parse(text);
        } catch (MalformedJson e) {
            throw new FakeReplies.Refusal(400, "parseError", "Parse Error: " + e.getMessage());
        }
    }
}
