package dev.coffer.operator.api.repository;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.coffer.operator.api.ApiType;
import io.fabric8.generator.annotation.Required;
import org.jspecify.annotations.Nullable;

/** A container of OpenStack Swift. */
@ApiType
public record SwiftBackend(
        @Required @JsonPropertyDescription("Name of the container.")
        String container,

        @JsonPropertyDescription("Folder in the container.") @Nullable
        String prefix) {}
