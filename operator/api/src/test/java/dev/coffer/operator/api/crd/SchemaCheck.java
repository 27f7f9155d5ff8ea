package dev.coffer.operator.api.crd;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import java.util.ArrayList;
import java.util.List;

/** What an API server would find in an object: fields to prune, missing fields, wrong types, values that are not allowed. */
final class SchemaCheck {

    private final List<String> findings = new ArrayList<>();

    private SchemaCheck() {}

    /** All findings about an object; none if it is stored as it is. */
    static List<String> check(JSONSchemaProps schema, JsonNode object) {
        SchemaCheck check = new SchemaCheck();
        for (String field : List.of("spec", "status")) {
            JSONSchemaProps part = schema.getProperties().get(field);
            if (object.has(field) && part != null) {
                check.value(field, part, object.get(field));
            } else if (object.has(field)) {
                check.findings.add(field + ": pruned");
            }
        }
        return check.findings;
    }

    private void value(String path, JSONSchemaProps schema, JsonNode value) {
        if (Boolean.TRUE.equals(schema.getXKubernetesIntOrString())) {
            require(path, value.isInt() || value.isTextual() || value.isLong(), "not a number or text");
        } else if (schema.getType() != null) {
            typed(path, schema, value);
        }
        if (!schema.getEnum().isEmpty()) {
            require(path, schema.getEnum().contains(value), "not one of " + schema.getEnum());
        }
        if (schema.getPattern() != null && value.isTextual()) {
            require(path, value.textValue().matches(schema.getPattern()), "not like " + schema.getPattern());
        }
    }

    private void typed(String path, JSONSchemaProps schema, JsonNode value) {
        switch (schema.getType()) {
            case "object" -> object(path, schema, value);
            case "array" -> array(path, schema, value);
            case "string" -> require(path, value.isTextual(), "not text");
            case "boolean" -> require(path, value.isBoolean(), "not true or false");
            case "integer" ->
                require(
                        path,
                        "int32".equals(schema.getFormat()) ? value.canConvertToInt() : value.canConvertToLong(),
                        "not an " + schema.getFormat());
            default -> findings.add(path + ": unexpected type " + schema.getType());
        }
    }

    private void object(String path, JSONSchemaProps schema, JsonNode value) {
        require(path, value.isObject(), "not an object");
        schema.getRequired()
                .forEach(field -> require(path + "." + field, value.hasNonNull(field), "required, but missing"));
        boolean keepsAll = Boolean.TRUE.equals(schema.getXKubernetesPreserveUnknownFields());
        value.properties().forEach(field -> {
            String place = path + "." + field.getKey();
            JSONSchemaProps part = schema.getProperties().get(field.getKey());
            if (part == null && schema.getAdditionalProperties() != null) {
                part = schema.getAdditionalProperties().getSchema();
            }
            if (part != null) {
                value(place, part, field.getValue());
            } else {
                require(place, keepsAll, "pruned");
            }
        });
    }

    private void array(String path, JSONSchemaProps schema, JsonNode value) {
        require(path, value.isArray(), "not a list");
        for (int i = 0; i < value.size(); i++) {
            value(path + "[" + i + "]", schema.getItems().getSchema(), value.get(i));
        }
    }

    private void require(String path, boolean condition, String finding) {
        if (!condition) {
            findings.add(path + ": " + finding);
        }
    }
}
