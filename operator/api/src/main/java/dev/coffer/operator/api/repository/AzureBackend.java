package dev.coffer.operator.api.repository;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.coffer.operator.api.ApiType;
import io.fabric8.generator.annotation.Required;
import org.jspecify.annotations.Nullable;

/** A container of Azure Blob Storage. */
@ApiType
public record AzureBackend(
        @Required @JsonPropertyDescription("Name of the container.")
        String container,

        @JsonPropertyDescription("Folder in the container.") @Nullable
        String prefix,

        @JsonPropertyDescription("Most connections at a time; 5 if absent or 0.") @Nullable
        Long maxConnections) {}
