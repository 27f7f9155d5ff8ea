package dev.coffer.operator.api.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Changes of objects as JSON merge patches (RFC 7386), which leave alone what they do not name. */
public final class MergePatch {

    private MergePatch() {}

    /** What turns one object into the other: a field that goes is null, and a list is replaced as a whole. */
    public static ObjectNode between(ObjectNode before, ObjectNode after) {
        ObjectNode patch = additions(before, after);
        Set<String> kept = after.propertyStream().map(Map.Entry::getKey).collect(Collectors.toSet());
        before.propertyStream()
                .map(Map.Entry::getKey)
                .filter(name -> !kept.contains(name))
                .forEach(patch::putNull);
        for (Map.Entry<String, JsonNode> field : after.properties()) {
            if (before.get(field.getKey()) instanceof ObjectNode from && field.getValue() instanceof ObjectNode to) {
                putUnlessEmpty(patch, field.getKey(), between(from, to));
            }
        }
        return patch;
    }

    /** What gives an object the fields of another one; fields that only the first one has stay. */
    public static ObjectNode additions(ObjectNode before, ObjectNode wanted) {
        ObjectNode patch = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> field : wanted.properties()) {
            JsonNode old = before.get(field.getKey());
            if (old instanceof ObjectNode from && field.getValue() instanceof ObjectNode to) {
                putUnlessEmpty(patch, field.getKey(), additions(from, to));
            } else if (!field.getValue().equals(old)) {
                patch.set(field.getKey(), field.getValue());
            }
        }
        return patch;
    }

    private static void putUnlessEmpty(ObjectNode patch, String name, ObjectNode nested) {
        if (!nested.isEmpty()) {
            patch.set(name, nested);
        }
    }
}
