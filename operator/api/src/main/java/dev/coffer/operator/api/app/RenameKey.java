package dev.coffer.operator.api.app;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.coffer.operator.api.ApiType;
import io.fabric8.generator.annotation.Required;

/** Gives a key of a Secret another name. */
@ApiType
public record RenameKey(
        @Required @JsonPropertyDescription("Name in the Secret.")
        String from,

        @Required @JsonPropertyDescription("Name to give it.")
        String to) {}
