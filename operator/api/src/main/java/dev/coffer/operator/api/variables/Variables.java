package dev.coffer.operator.api.variables;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Values of variables, and what becomes of text that holds variables: <code>${NAME}</code> gives way to its value, and
 * <code>${NAME:=default}</code> to the default if there is no value or it is empty. Values are taken as they are, whatever they
 * hold. What else begins with a dollar sign, such as the shell's own <code>${NAME:-default}</code>, stays.
 *
 * @param values by name
 */
public record Variables(Map<String, String> values) {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)(?::=([^}]*))?}");

    public Variables {
        values = Map.copyOf(values);
    }

    /** These and others; of those that are in both, these count. */
    public Variables orElse(Map<String, String> others) {
        Map<String, String> all = new HashMap<>(others);
        all.putAll(values);
        return new Variables(all);
    }

    /** The text without variables. */
    public String resolve(String text) throws UnresolvedVariablesException {
        Set<String> missing = new HashSet<>();
        String resolved = replace(text, missing);
        failIfAny(missing);
        return resolved;
    }

    /** A copy of the JSON with no variables in any text of it, be it a value or the name of a field. */
    public JsonNode resolve(JsonNode json) throws UnresolvedVariablesException {
        Set<String> missing = new HashSet<>();
        JsonNode resolved = replace(json, missing);
        failIfAny(missing);
        return resolved;
    }

    private static void failIfAny(Set<String> missing) throws UnresolvedVariablesException {
        if (!missing.isEmpty()) {
            throw new UnresolvedVariablesException(missing);
        }
    }

    private JsonNode replace(JsonNode json, Set<String> missing) {
        return switch (json) {
            case ObjectNode object -> {
                ObjectNode copy = JsonNodeFactory.instance.objectNode();
                object.properties()
                        .forEach(field ->
                                copy.set(replace(field.getKey(), missing), replace(field.getValue(), missing)));
                yield copy;
            }
            case ArrayNode array -> {
                ArrayNode copy = JsonNodeFactory.instance.arrayNode(array.size());
                array.forEach(element -> copy.add(replace(element, missing)));
                yield copy;
            }
            default -> json.isTextual() ? JsonNodeFactory.instance.textNode(replace(json.textValue(), missing)) : json;
        };
    }

    private String replace(String text, Set<String> missing) {
        return VARIABLE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(valueOf(found, missing)));
    }

    private String valueOf(MatchResult found, Set<String> missing) {
        String name = found.group(1);
        String value = values.get(name);
        String fallback = found.group(2);
        if (fallback != null && (value == null || value.isEmpty())) {
            return fallback;
        } else if (value == null) {
            missing.add(name);
            return found.group();
        }
        return value;
    }
}
