package dev.coffer.operator.controller.admission.review;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * An object that is about to be stored.
 *
 * @param uid of this request, which the answer repeats
 * @param kind of the object
 * @param namespace where the object will be: before that, its own metadata need not say so; empty if it has none
 * @param name empty if the API server is yet to make one up
 * @param object as it would be stored
 * @param before as it is stored now; empty if it is new
 */
public record AdmissionRequest(
        String uid, String kind, String namespace, String name, ObjectNode object, Optional<ObjectNode> before) {

    static final String VERSION = "admission.k8s.io/v1";
    static final String KIND = "AdmissionReview";

    /** Reads an AdmissionReview. */
    public static AdmissionRequest of(JsonNode review) throws MalformedReviewException {
        JsonNode request = review.path("request");
        String uid = request.path("uid").asText();
        if (!VERSION.equals(review.path("apiVersion").asText())
                || !KIND.equals(review.path("kind").asText())
                || uid.isEmpty()) {
            throw new MalformedReviewException("This is no " + KIND + " of " + VERSION);
        }
        if (!(request.get("object") instanceof ObjectNode object)) {
            throw new MalformedReviewException(
                    "The " + KIND + " has no object; only creations and updates are reviewed");
        }
        return new AdmissionRequest(
                uid,
                request.path("kind").path("kind").asText(),
                request.path("namespace").asText(),
                request.path("name").asText(),
                object,
                Optional.ofNullable(request.get("oldObject"))
                        .filter(ObjectNode.class::isInstance)
                        .map(ObjectNode.class::cast));
    }
}
