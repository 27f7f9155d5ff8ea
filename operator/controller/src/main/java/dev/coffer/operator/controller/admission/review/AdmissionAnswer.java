package dev.coffer.operator.controller.admission.review;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * What is decided about an object.
 *
 * @param refusal why it must not be stored; empty if it may
 * @param warnings what its author should know all the same
 * @param patch how it is to be changed before it is stored, as RFC 6902 has it; an empty array if it is stored as it is
 */
public record AdmissionAnswer(Optional<String> refusal, List<String> warnings, JsonNode patch) {

    /** With the reason Invalid, kubectl would say no more than that the request is invalid. */
    private static final String REASON = "BadRequest";

    public AdmissionAnswer {
        warnings = List.copyOf(warnings);
    }

    /** The object is stored as it is. */
    public static AdmissionAnswer allowed() {
        return allowed(List.of());
    }

    /** The object is stored as it is, and its author is warned. */
    public static AdmissionAnswer allowed(List<String> warnings) {
        return new AdmissionAnswer(Optional.empty(), warnings, JsonNodeFactory.instance.arrayNode());
    }

    /** The object is not stored. */
    public static AdmissionAnswer refused(String why, List<String> warnings) {
        return new AdmissionAnswer(Optional.of(why), warnings, JsonNodeFactory.instance.arrayNode());
    }

    /** The object is changed, and then stored. */
    public static AdmissionAnswer changed(JsonNode patch) {
        return new AdmissionAnswer(Optional.empty(), List.of(), patch);
    }

    /** The AdmissionReview that answers a request. */
    public ObjectNode toReview(String uid) {
        ObjectNode review = JsonNodeFactory.instance.objectNode();
        review.put("apiVersion", AdmissionRequest.VERSION).put("kind", AdmissionRequest.KIND);
        ObjectNode response = review.putObject("response");
        response.put("uid", uid).put("allowed", refusal.isEmpty());
        refusal.ifPresent(why -> response.putObject("status")
                .put("code", HttpURLConnection.HTTP_BAD_REQUEST)
                .put("reason", REASON)
                .put("message", why));
        if (!patch.isEmpty()) {
            byte[] text = patch.toString().getBytes(StandardCharsets.UTF_8);
            response.put("patchType", "JSONPatch")
                    .put("patch", Base64.getEncoder().encodeToString(text));
        }
        if (!warnings.isEmpty()) {
            warnings.forEach(response.putArray("warnings")::add);
        }
        return review;
    }
}
