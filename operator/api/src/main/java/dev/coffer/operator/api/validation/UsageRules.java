package dev.coffer.operator.api.validation;

import dev.coffer.operator.api.repository.AllowedNamespaces;
import dev.coffer.operator.api.repository.NamespacesFrom;
import dev.coffer.operator.api.repository.RepositorySpec;
import dev.coffer.operator.api.repository.UsagePolicy;
import io.fabric8.kubernetes.api.model.LabelSelector;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decides which namespaces may use a Repository. */
final class UsageRules {

    private UsageRules() {}

    static boolean allows(RepositorySpec spec, boolean sameNamespace, Map<String, String> labels) {
        AllowedNamespaces allowed = allowed(spec.usagePolicy());
        NamespacesFrom from = allowed == null || allowed.from() == null ? NamespacesFrom.SAME : allowed.from();
        return sameNamespace
                || switch (from) {
                    case ALL -> true;
                    case SAME -> false;
                    case SELECTOR -> selects(allowed, labels);
                };
    }

    private static @Nullable AllowedNamespaces allowed(@Nullable UsagePolicy policy) {
        return policy == null ? null : policy.allowedNamespaces();
    }

    private static boolean selects(@Nullable AllowedNamespaces allowed, Map<String, String> labels) {
        LabelSelector selector = allowed == null ? null : allowed.selector();
        return selector != null && LabelMatcher.matches(selector, labels);
    }
}
