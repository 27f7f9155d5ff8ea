package dev.coffer.operator.api.app;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.coffer.operator.api.ApiType;
import io.fabric8.generator.annotation.Required;

/** Leaves out a key of a Secret. */
@ApiType
public record RemoveKey(
        @Required @JsonPropertyDescription("Name of the key.")
        String key) {}
