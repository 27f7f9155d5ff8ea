package dev.coffer.operator.controller.cluster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;

/** API types as JSON, and back. */
public final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final KubernetesSerialization serialization;

    public Json(KubernetesSerialization serialization) {
        this.serialization = serialization;
    }

    /** The object as it is sent to the API server. */
    public ObjectNode write(Object object) {
        try {
            return (ObjectNode) MAPPER.readTree(serialization.asJson(object));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An object was written as something that is not JSON", e);
        }
    }

    /** The object that was written so. */
    public <T> T read(JsonNode json, Class<T> type) {
        return serialization.unmarshal(json.toString(), type);
    }
}
