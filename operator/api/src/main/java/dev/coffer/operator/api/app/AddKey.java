package dev.coffer.operator.api.app;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.coffer.operator.api.ApiType;
import io.fabric8.generator.annotation.Required;
import org.jspecify.annotations.Nullable;

/** Adds a key to a Secret, or gives it another value. */
@ApiType
public record AddKey(
        @Required @JsonPropertyDescription("Name of the key.")
        String key,

        @Base64 @JsonPropertyDescription("Its value in Base64.") @Nullable
        String value,

        @JsonPropertyDescription("Its value as text, which counts if there are both.") @Nullable
        String stringValue) {}
