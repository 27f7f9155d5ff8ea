package dev.coffer.operator.api.repository;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.coffer.operator.api.ApiType;
import org.jspecify.annotations.Nullable;

/** Where a repository is, and who may use it. */
@ApiType
public record RepositorySpec(
        @JsonPropertyDescription("Where the repository is stored.") @Nullable
        Backend backend,

        @JsonPropertyDescription("Whether removing this object removes the stored backups too.") @Nullable
        Boolean wipeOut,

        @JsonPropertyDescription("Who may use the repository; only its own namespace if absent.") @Nullable
        UsagePolicy usagePolicy) {}
