package dev.coffer.operator.api.crd;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import dev.coffer.operator.api.MayBeEmpty;
import dev.coffer.operator.api.app.Base64;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeSet;

/**
 * Walks a Java type and the schema that the generator has made of it, side by side, and adds what the generator leaves out: formats,
 * without which a number that is too large would be accepted and then break whoever reads it; the pattern of quantities; what
 * Kubernetes' own types require; and that text which may be empty may be null. Some API servers take empty text for null, such as
 * 1.20 when it is compiled by Go 1.19.
 */
final class SchemaRefiner {

    private static final String QUANTITY =
            "^[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([KMGTPE]i|[numkMGTPE]|[eE][+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+))?$";

    private final ObjectMapper mapper;

    SchemaRefiner(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    void refine(Class<?> type, JSONSchemaProps schema) {
        refine(mapper.constructType(type), schema);
    }

    private void refine(JavaType type, JSONSchemaProps schema) {
        Class<?> raw = type.getRawClass();
        if (raw == Integer.class || raw == int.class) {
            schema.setFormat("int32");
        } else if (raw == Long.class || raw == long.class) {
            schema.setFormat("int64");
        } else if (raw == Quantity.class) {
            schema.setPattern(QUANTITY);
        } else if (raw == GenericKubernetesResource.class) {
            schema.setXKubernetesPreserveUnknownFields(true);
        } else if (schema.getItems() != null) {
            refine(type.getContentType(), allowEmpty(schema.getItems().getSchema()));
        } else if (schema.getAdditionalProperties() != null) {
            refine(
                    type.getContentType(),
                    allowEmpty(schema.getAdditionalProperties().getSchema()));
        } else if (schema.getProperties() != null && !schema.getProperties().isEmpty()) {
            refineObject(type, schema);
        }
    }

    private void refineObject(JavaType type, JSONSchemaProps schema) {
        TreeSet<String> required = new TreeSet<>(CoreTypes.required(type.getRawClass()));
        required.addAll(schema.getRequired());
        Map<String, JSONSchemaProps> properties = schema.getProperties();
        for (BeanPropertyDefinition property :
                mapper.getSerializationConfig().introspect(type).findProperties()) {
            JSONSchemaProps part = properties.get(property.getName());
            if (part != null) {
                refine(property.getPrimaryType(), part);
                if (property.getAccessor().hasAnnotation(Base64.class)) {
                    part.setFormat("byte");
                }
                if (property.getAccessor().hasAnnotation(MayBeEmpty.class) || !required.contains(property.getName())) {
                    allowEmpty(part);
                }
            }
        }
        properties.putAll(CoreTypes.added(type.getRawClass()));
        schema.setRequired(new ArrayList<>(required));
    }

    /** Text with a default stays as it is: null would keep the default from being filled in. */
    private static JSONSchemaProps allowEmpty(JSONSchemaProps schema) {
        boolean plain = schema.getEnum().isEmpty() && schema.getFormat() == null && schema.getDefault() == null;
        if ("string".equals(schema.getType()) && plain) {
            schema.setNullable(true);
        }
        return schema;
    }
}
