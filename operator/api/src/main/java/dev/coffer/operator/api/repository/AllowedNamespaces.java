package dev.coffer.operator.api.repository;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.coffer.operator.api.ApiType;
import io.fabric8.generator.annotation.Default;
import io.fabric8.kubernetes.api.model.LabelSelector;
import org.jspecify.annotations.Nullable;

/** The namespaces that may use a repository. */
@ApiType
public record AllowedNamespaces(
        @Default("Same") @JsonPropertyDescription("How the namespaces are chosen.") @Nullable
        NamespacesFrom from,

        @JsonPropertyDescription("Labels of the namespaces, if they are chosen by Selector.") @Nullable
        LabelSelector selector) {}
