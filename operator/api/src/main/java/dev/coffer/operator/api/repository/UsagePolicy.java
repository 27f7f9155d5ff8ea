package dev.coffer.operator.api.repository;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.coffer.operator.api.ApiType;
import org.jspecify.annotations.Nullable;

/** Who may use a repository. */
@ApiType
public record UsagePolicy(
        @JsonPropertyDescription("Namespaces whose backups and restores may use the repository.") @Nullable
        AllowedNamespaces allowedNamespaces) {}
