package dev.coffer.operator.api.app;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.coffer.operator.api.ApiType;
import io.fabric8.generator.annotation.Required;
import org.jspecify.annotations.Nullable;

/** The object that manages an application. */
@ApiType
public record AppReference(
        @JsonPropertyDescription("API group of the object.") @Nullable
        String apiGroup,

        @JsonPropertyDescription("Kind of the object.") @Nullable
        String kind,

        @JsonPropertyDescription("Namespace of the object.") @Nullable
        String namespace,

        @Required @JsonPropertyDescription("Name of the object.")
        String name) {}
