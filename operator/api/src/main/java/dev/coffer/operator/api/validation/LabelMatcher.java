package dev.coffer.operator.api.validation;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import java.util.List;
import java.util.Map;

/** Tells whether labels are those that a selector asks for. */
final class LabelMatcher {

    private LabelMatcher() {}

    static boolean matches(LabelSelector selector, Map<String, String> labels) {
        Map<String, String> required = selector.getMatchLabels();
        List<LabelSelectorRequirement> requirements = selector.getMatchExpressions();
        return (required == null || labels.entrySet().containsAll(required.entrySet()))
                && (requirements == null || requirements.stream().allMatch(one -> matches(one, labels)));
    }

    private static boolean matches(LabelSelectorRequirement requirement, Map<String, String> labels) {
        String value = labels.get(requirement.getKey());
        List<String> values = requirement.getValues() == null ? List.of() : requirement.getValues();
        return switch (requirement.getOperator()) {
            case "In" -> value != null && values.contains(value);
            case "NotIn" -> value == null || !values.contains(value);
            case "Exists" -> value != null;
            case "DoesNotExist" -> value == null;
            default -> false;
        };
    }
}
