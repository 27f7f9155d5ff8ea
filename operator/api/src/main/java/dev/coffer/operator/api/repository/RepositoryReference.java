package dev.coffer.operator.api.repository;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.coffer.operator.api.ApiType;
import io.fabric8.generator.annotation.Required;
import org.jspecify.annotations.Nullable;

/** An object that uses a repository. */
@ApiType
public record RepositoryReference(
        @JsonPropertyDescription("API group of the object.") @Nullable
        String apiGroup,

        @JsonPropertyDescription("Kind of the object.") @Nullable
        String kind,

        @JsonPropertyDescription("Namespace of the object.") @Nullable
        String namespace,

        @Required @JsonPropertyDescription("Name of the object.")
        String name) {}
