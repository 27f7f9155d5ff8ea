package dev.coffer.backend.b2;

import dev.coffer.backend.BackendOptions;
import dev.coffer.backend.Content;
import dev.coffer.backend.contract.StubHandler;
import dev.coffer.backend.contract.StubReply;
import dev.coffer.backend.contract.StubRequest;
import dev.coffer.backend.http.ContentDigest;
import dev.coffer.backend.http.Json;
import dev.coffer.backend.http.MalformedJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * B2 in memory, as its documentation describes it, with the calls that backups make. It answers to versions 1 to 4 of the
 * protocol, which differ in what a login gives.
 */
final class B2Stub implements StubHandler {

    private static final int SHA1_DIGITS = 40;

    private static final Pattern CALL = Pattern.compile("/b2api/v([1-4])/(b2_\\w+)(?:/([^/]+)/.*)?");
    private static final Pattern DOWNLOAD = Pattern.compile("/file/([^/]+)/(.+)");

    private final String scheme;
    private final Map<String, B2StubKey> keys = new ConcurrentHashMap<>();
    private final Map<String, B2StubKey> tokens = new ConcurrentHashMap<>();
    private final Map<String, String> uploadTokens = new ConcurrentHashMap<>();
    private final Map<String, B2StubBucket> buckets = new ConcurrentHashMap<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final Queue<B2StubError> uploadFailures = new ConcurrentLinkedQueue<>();
    private final AtomicInteger counter = new AtomicInteger();
    private volatile long cap = Long.MAX_VALUE;

    /** @param scheme {@code http} or {@code https}, for the addresses that it gives out */
    B2Stub(String scheme) {
        this.scheme = scheme;
        add(B2StubKey.master());
    }

    void add(B2StubKey key) {
        keys.put(key.id(), key);
    }

    /** The bucket of that name, which is made if it is not there. */
    B2StubBucket bucket(String name) {
        return buckets.computeIfAbsent(name, B2StubBucket::new);
    }

    boolean hasBucket(String name) {
        return buckets.containsKey(name);
    }

    /** The names of the calls so far; downloads are called by their method. */
    List<String> calls() {
        return List.copyOf(calls);
    }

    void expireTokens() {
        tokens.clear();
    }

    void expireUploadTokens() {
        uploadTokens.clear();
    }

    /** The next upload is refused; called several times, those after it as well. */
    void failUpload(int status, String code) {
        uploadFailures.add(new B2StubError(status, code, "as the test wants it"));
    }

    /** How large a file may be. */
    void limitStorage(long bytes) {
        cap = bytes;
    }

    /** Settings that lead to a server with this stub. */
    static BackendOptions options(InetSocketAddress address, B2StubKey key) {
        return options(address, key, Map.of());
    }

    /** As before, with further options. */
    static BackendOptions options(InetSocketAddress address, B2StubKey key, Map<String, String> more) {
        Map<String, String> extended = new HashMap<>(more);
        extended.put("b2.api-url", "http://127.0.0.1:" + address.getPort());
        return new BackendOptions(extended, Map.of("B2_ACCOUNT_ID", key.id(), "B2_ACCOUNT_KEY", key.secret()));
    }

    @Override
    public StubReply answer(StubRequest request) {
        try {
            Matcher download = DOWNLOAD.matcher(request.path());
            if (download.matches()) {
                calls.add(request.method());
                return download(request, download.group(1), download.group(2));
            }
            Matcher call = CALL.matcher(request.path());
            if (!call.matches()) {
                throw new B2StubError(404, "not_found", "no such call: " + request.path());
            }
            calls.add(call.group(2));
            return call(request, call.group(2), Integer.parseInt(call.group(1)), String.valueOf(call.group(3)));
        } catch (B2StubError e) {
            return e.reply();
        }
    }

    private StubReply call(StubRequest request, String call, int version, String bucketId) {
        return switch (call) {
            case "b2_authorize_account" -> json(authorize(request, version));
            case "b2_upload_file" -> json(upload(request, bucketId));
            default -> json(call(call, key(request), request));
        };
    }

    private Json call(String call, B2StubKey key, StubRequest request) {
        Json parameters = parse(request.body());
        return switch (call) {
            case "b2_list_buckets" -> listBuckets(key, parameters);
            case "b2_create_bucket" -> createBucket(key, parameters);
            case "b2_get_upload_url" -> uploadUrl(key, request, parameters);
            case "b2_list_file_names" ->
                permitted(key, "listFiles", parameters, "prefix").listNames(parameters);
            case "b2_list_file_versions" ->
                permitted(key, "listFiles", parameters, "prefix").listVersions(parameters);
            case "b2_hide_file" ->
                permitted(key, "writeFiles", parameters, "fileName")
                        .hide(text(parameters, "fileName"))
                        .json();
            case "b2_get_file_info" -> version(text(parameters, "fileId")).json();
            case "b2_delete_file_version" -> delete(key, parameters);
            default -> throw new B2StubError(404, "not_found", "no such call: " + call);
        };
    }

    private Json authorize(StubRequest request, int version) {
        String header = request.header("Authorization").orElse("Basic ");
        String[] pair =
                new String(Base64.getDecoder().decode(header.substring(6)), StandardCharsets.UTF_8).split(":", 2);
        B2StubKey key = keys.get(pair[0]);
        if (key == null || !key.secret().equals(pair[1])) {
            throw new B2StubError(401, "unauthorized", "invalid application key");
        }
        String token = "account-" + counter.incrementAndGet();
        tokens.put(token, key);
        Json storage = version < 4 ? allowed3(addresses(request), key) : allowed4(addresses(request), key);
        return storage.with("accountId", Json.of("account"))
                .with("authorizationToken", Json.of(token))
                .with("apiInfo", Json.object("storageApi", storage));
    }

    private Json addresses(StubRequest request) {
        String base = base(request);
        return Json.object("apiUrl", Json.of(base))
                .with("downloadUrl", Json.of(base))
                .with("s3ApiUrl", Json.of(base))
                .with("recommendedPartSize", Json.of(100_000_000))
                .with("absoluteMinimumPartSize", Json.of(5_000_000));
    }

    private String base(StubRequest request) {
        return scheme + "://" + request.header("Host").orElse("");
    }

    private Json allowed3(Json storage, B2StubKey key) {
        Json none = Json.Word.NULL;
        return storage.with(
                        "bucketId",
                        key.bucket().map(name -> Json.of(bucket(name).id())).orElse(none))
                .with("bucketName", key.bucket().map(Json::of).orElse(none))
                .with("capabilities", key.capabilitiesJson())
                .with("namePrefix", key.prefixJson());
    }

    private Json allowed4(Json storage, B2StubKey key) {
        Json buckets = key.bucket()
                .map(name ->
                        Json.array(Json.object("id", Json.of(bucket(name).id())).with("name", Json.of(name))))
                .orElse(Json.Word.NULL);
        Json allowed = Json.object("buckets", buckets)
                .with("capabilities", key.capabilitiesJson())
                .with("namePrefix", key.prefixJson());
        return storage.with("allowed", allowed);
    }

    private B2StubKey key(StubRequest request) {
        B2StubKey key = tokens.get(request.header("Authorization").orElse(""));
        if (key == null) {
            throw new B2StubError(401, "expired_auth_token", "Authorization token has expired");
        }
        return key;
    }

    private Json listBuckets(B2StubKey key, Json parameters) {
        Optional<String> name = parameters.text("bucketName");
        key.require("listBuckets", name, key.prefix());
        Json[] found = buckets.values().stream()
                .filter(bucket -> name.isEmpty() || name.get().equals(bucket.name()))
                .map(B2StubBucket::json)
                .toArray(Json[]::new);
        return Json.object("buckets", Json.array(found));
    }

    /** Names are shared by all accounts; this one is somebody else's. */
    private Json createBucket(B2StubKey key, Json parameters) {
        String name = text(parameters, "bucketName");
        key.require("writeBuckets", Optional.of(name), key.prefix());
        if (name.equals("somebody-elses")) {
            throw new B2StubError(400, "duplicate_bucket_name", "Bucket name is already in use.");
        }
        if (!text(parameters, "bucketType").equals("allPrivate")) {
            throw new B2StubError(400, "bad_request", "backups should not be public");
        }
        return bucket(name).json();
    }

    private Json uploadUrl(B2StubKey key, StubRequest request, Json parameters) {
        B2StubBucket bucket = bucketOf(parameters);
        key.require("writeFiles", Optional.of(bucket.name()), key.prefix());
        String token = "upload-" + counter.incrementAndGet();
        uploadTokens.put(token, bucket.id());
        return Json.object("bucketId", Json.of(bucket.id()))
                .with("uploadUrl", Json.of(base(request) + "/b2api/v4/b2_upload_file/" + bucket.id() + "/" + token))
                .with("authorizationToken", Json.of(token));
    }

    private Json upload(StubRequest request, String bucketId) {
        String token = request.header("Authorization").orElse("");
        if (!bucketId.equals(uploadTokens.get(token)) || !request.path().endsWith("/" + token)) {
            throw new B2StubError(401, "expired_auth_token", "Upload token has expired");
        }
        B2StubError failure = uploadFailures.poll();
        if (failure != null) {
            throw failure;
        }
        byte[] content = content(request);
        if (content.length > cap) {
            throw new B2StubError(403, "storage_cap_exceeded", "Cannot upload files, storage cap exceeded.");
        }
        String file = URLDecoder.decode(request.header("X-Bz-File-Name").orElse(""), StandardCharsets.UTF_8);
        return byId(bucketId).add(file, "upload", content).json();
    }

    /** What is uploaded fits its checksum, which is in a header or behind the content. */
    private static byte[] content(StubRequest request) {
        String expected = request.header("X-Bz-Content-Sha1").orElse("");
        byte[] content = request.body();
        if (expected.equals("hex_digits_at_end")) {
            int end = Math.max(0, content.length - SHA1_DIGITS);
            expected = new String(content, end, content.length - end, StandardCharsets.ISO_8859_1);
            content = Arrays.copyOf(content, end);
        }
        if (!expected.equals(sha1(content))) {
            throw new B2StubError(400, "bad_request", "Sha1 did not match data received");
        }
        return content;
    }

    private Json delete(B2StubKey key, Json parameters) {
        String file = text(parameters, "fileName");
        String id = text(parameters, "fileId");
        B2StubBucket bucket = buckets.values().stream()
                .filter(each -> each.versions(file).stream()
                        .anyMatch(version -> version.id().equals(id)))
                .findFirst()
                .orElseThrow(() -> new B2StubError(400, "file_not_present", "File not present: " + file));
        key.require("deleteFiles", Optional.of(bucket.name()), file);
        bucket.delete(file, id);
        return parameters;
    }

    private StubReply download(StubRequest request, String bucket, String file) {
        key(request).require("readFiles", Optional.of(bucket), file);
        if (!hasBucket(bucket)) {
            throw B2StubError.missing(bucket);
        }
        B2StubBucket.Version version = bucket(bucket).visible(file).orElseThrow(() -> B2StubError.missing(file));
        StubReply reply = request.slice(version.bytes());
        if (reply.status() == 416) {
            throw new B2StubError(
                    416, "range_not_satisfiable", "The Range header in the request is outside the size of the file");
        }
        return reply.header("X-Bz-File-Id", version.id())
                .header("X-Bz-Content-Sha1", sha1(version.bytes()))
                .header("X-Bz-Upload-Timestamp", "1700000000000")
                .header("Content-Type", "application/octet-stream");
    }

    private B2StubBucket permitted(B2StubKey key, String capability, Json parameters, String member) {
        B2StubBucket bucket = bucketOf(parameters);
        key.require(
                capability, Optional.of(bucket.name()), parameters.text(member).orElse(""));
        return bucket;
    }

    private B2StubBucket bucketOf(Json parameters) {
        return byId(text(parameters, "bucketId"));
    }

    private B2StubBucket byId(String id) {
        return buckets.values().stream()
                .filter(bucket -> bucket.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new B2StubError(400, "bad_bucket_id", "Bucket does not exist: " + id));
    }

    private B2StubBucket.Version version(String id) {
        return buckets.values().stream()
                .findFirst()
                .orElseThrow(() -> B2StubError.missing(id))
                .version(id);
    }

    private static String text(Json parameters, String name) {
        return parameters
                .text(name)
                .orElseThrow(() -> new B2StubError(400, "bad_request", "required field " + name + " is missing"));
    }

    private static Json parse(byte[] body) {
        try {
            return Json.parse(body);
        } catch (MalformedJson e) {
            throw new B2StubError(400, "bad_json", String.valueOf(e.getMessage()));
        }
    }

    private static StubReply json(Json body) {
        return StubReply.of(200, body.toString()).header("Content-Type", "application/json");
    }

    private static String sha1(byte[] bytes) {
        try {
            return ContentDigest.hex("SHA-1", Content.of(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
