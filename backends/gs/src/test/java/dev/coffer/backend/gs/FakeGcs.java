package dev.coffer.backend.gs;

import dev.coffer.backend.contract.StubReply;
import dev.coffer.backend.contract.StubRequest;
import dev.coffer.backend.contract.StubServer;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPInputStream;

/**
 * Stands in for Google Cloud Storage: what its documentation says about buckets and objects in the JSON API (uploads in a
 * single request, no resumable ones), and about reading by the XML API, as Google's client for Go does. Everybody needs a
 * token, and each token has its permissions.
 */
final class FakeGcs implements Closeable {

    /** A token that may do everything. */
    static final String OWNER = "ya29.owner";

    private final Map<String, Set<String>> tokens = new ConcurrentHashMap<>();
    private final FakeBuckets buckets = new FakeBuckets();
    private final StubServer server;

    FakeGcs() throws IOException {
        grant(OWNER, "storage.");
        server = StubServer.http(this::answer);
    }

    /** From now on, a token has the permissions that start like these. */
    void grant(String token, String... permissions) {
        tokens.put(token, Set.of(permissions));
    }

    void revoke(String token) {
        tokens.remove(token);
    }

    FakeBuckets buckets() {
        return buckets;
    }

    String url() {
        return server.url();
    }

    InetSocketAddress address() {
        return server.address();
    }

    private StubReply answer(StubRequest request) {
        String token = request.header("Authorization").orElse("").replaceFirst("^Bearer ", "");
        Set<String> permissions = tokens.get(token);
        if (permissions == null) {
            return FakeReplies.error(401, "authError", "Invalid Credentials");
        }
        try {
            return new FakeRequest(plain(request), path(request), permissions, buckets).answer();
        } catch (FakeReplies.Refusal e) {
            return e.reply();
        }
    }

    /** Google's client for Java compresses what it sends. */
    private static StubRequest plain(StubRequest request) {
        if (request.header("Content-Encoding").filter("gzip"::equals).isEmpty()) {
            return request;
        }
        try (InputStream body = new GZIPInputStream(new ByteArrayInputStream(request.body()))) {
            return new StubRequest(request.method(), request.uri(), request.headers(), body.readAllBytes());
        } catch (IOException e) {
            throw new FakeReplies.Refusal(
                    400, "badContent", "the body is not compressed as it says: " + e.getMessage());
        }
    }

    /** The parts of the path, of which a name is one, whatever slashes it has. */
    private static List<String> path(StubRequest request) {
        return Arrays.stream(request.uri().getRawPath().substring(1).split("/"))
                .map(part -> URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8))
                .toList();
    }

    @Override
    public void close() {
        server.close();
    }
}
