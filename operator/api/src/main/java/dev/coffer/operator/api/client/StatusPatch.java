package dev.coffer.operator.api.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes the change of a status as a JSON merge patch (RFC 7386) that applies to one version of the object only. */
final class StatusPatch {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final KubernetesSerialization serialization;

    StatusPatch(KubernetesSerialization serialization) {
        this.serialization = serialization;
    }

    /** What makes the status of an object the one wanted; empty if it is so already. */
    <S> Optional<ObjectNode> between(CustomResource<?, S> object, S wanted) {
        ObjectNode status = difference(toJson(object.getStatus()), toJson(wanted));
        if (status.isEmpty()) {
            return Optional.empty();
        }
        ObjectNode patch = JSON.createObjectNode();
        patch.putObject("metadata").put("resourceVersion", object.getMetadata().getResourceVersion());
        patch.set("status", status);
        return Optional.of(patch);
    }

    /** What turns one object into the other: a field that goes is null, and a list is replaced as a whole. */
    static ObjectNode difference(ObjectNode before, ObjectNode after) {
        ObjectNode result = JSON.createObjectNode();
        for (Map.Entry<String, JsonNode> field : after.properties()) {
            JsonNode old = before.get(field.getKey());
            if (old instanceof ObjectNode from && field.getValue() instanceof ObjectNode to) {
                ObjectNode nested = difference(from, to);
                if (!nested.isEmpty()) {
                    result.set(field.getKey(), nested);
                }
            } else if (!field.getValue().equals(old)) {
                result.set(field.getKey(), field.getValue());
            }
        }
        Set<String> kept =
                Set.copyOf(after.propertyStream().map(Map.Entry::getKey).toList());
        before.propertyStream()
                .map(Map.Entry::getKey)
                .filter(name -> !kept.contains(name))
                .forEach(result::putNull);
        return result;
    }

    private ObjectNode toJson(@Nullable Object status) {
        try {
            return status == null ? JSON.createObjectNode() : (ObjectNode) JSON.readTree(serialization.asJson(status));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The status of an object was written as something that is not JSON", e);
        }
    }
}
