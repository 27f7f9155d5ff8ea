package dev.coffer.operator.controller.admission;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.coffer.operator.controller.admission.review.AdmissionRequest;
import java.util.Optional;

/** Makes requests for tests. */
public final class Reviews {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Reviews() {}

    /** That an object of a kind is created with that name in the namespace demo. */
    public static AdmissionRequest creation(String kind, String name, String object) {
        return new AdmissionRequest("1", kind, "demo", name, (ObjectNode) json(object), Optional.empty());
    }

    /** That an object of a kind is changed. */
    public static AdmissionRequest change(String kind, String before, String after) {
        return new AdmissionRequest(
                "1", kind, "demo", "some", (ObjectNode) json(after), Optional.of((ObjectNode) json(before)));
    }

    /** An AdmissionReview as the API server sends it. */
    public static String review(String kind, String object) {
        return """
                {"apiVersion": "admission.k8s.io/v1", "kind": "AdmissionReview", "request": {
                    "uid": "705ab4f5", "kind": {"group": "g", "version": "v", "kind": "%s"},
                    "namespace": "demo", "name": "some", "operation": "CREATE", "object": %s, "oldObject": null}}""".formatted(kind, object);
    }

    public static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not JSON: " + text, e);
        }
    }
}
