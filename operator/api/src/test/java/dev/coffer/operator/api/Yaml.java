package dev.coffer.operator.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;

/** Reads API types from YAML, as the client reads them from an API server. */
public final class Yaml {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final KubernetesSerialization CLIENT = new KubernetesSerialization();

    private Yaml() {}

    public static <T> T read(String yaml, Class<T> type) {
        try {
            return CLIENT.unmarshal(YAML.readValue(yaml, JsonNode.class).toString(), type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("No YAML: " + yaml, e);
        }
    }
}
