package dev.coffer.operator.controller;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.client.server.mock.KubernetesCrudDispatcher;
import io.fabric8.mockwebserver.dsl.HttpMethod;
import io.fabric8.mockwebserver.http.Buffer;
import io.fabric8.mockwebserver.http.MockResponse;
import io.fabric8.mockwebserver.http.RecordedRequest;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * An API server in memory whose merge patches replace lists, as RFC 7386 says, where that of the library appends to them, and which
 * refuses those for a version that is not the present one any more. They come one after another, so that none gets between the
 * version that another has found and what it writes.
 */
final class MergingDispatcher extends KubernetesCrudDispatcher {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String STATUS = "/status";

    @Override
    public synchronized MockResponse handlePatch(RecordedRequest request) {
        if (!String.valueOf(request.getHeader("Content-Type")).startsWith("application/merge-patch+json")) {
            return super.handlePatch(request);
        }
        String path = request.getPath();
        MockResponse present =
                handleGet(path.endsWith(STATUS) ? path.substring(0, path.length() - STATUS.length()) : path);
        if (present.code() != HttpURLConnection.HTTP_OK) {
            return present;
        }
        JsonNode object = read(present.getBody().readUtf8());
        JsonNode patch = read(request.getUtf8Body());
        if (isOutOfDate(patch, object)) {
            return new MockResponse().setResponseCode(HttpURLConnection.HTTP_CONFLICT);
        }
        JsonNode merged = merge(object, patch);
        Buffer body = new Buffer(merged.toString().getBytes(StandardCharsets.UTF_8));
        return handleUpdate(new RecordedRequest("HTTP/1.1", HttpMethod.PUT, path, request.getHeaders(), body));
    }

    private static boolean isOutOfDate(JsonNode patch, JsonNode object) {
        JsonNode version = patch.at("/metadata/resourceVersion");
        return !version.isMissingNode() && !version.equals(object.at("/metadata/resourceVersion"));
    }

    private static JsonNode merge(JsonNode target, JsonNode patch) {
        if (!(patch instanceof ObjectNode changes)) {
            return patch;
        }
        ObjectNode result = target instanceof ObjectNode object ? object : JSON.createObjectNode();
        for (Map.Entry<String, JsonNode> change : changes.properties()) {
            if (change.getValue().isNull()) {
                result.remove(change.getKey());
            } else {
                result.set(change.getKey(), merge(result.path(change.getKey()), change.getValue()));
            }
        }
        return result;
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not JSON: " + json, e);
        }
    }
}
