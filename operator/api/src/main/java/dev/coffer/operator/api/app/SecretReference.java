package dev.coffer.operator.api.app;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.coffer.operator.api.ApiType;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Required;
import org.jspecify.annotations.Nullable;

/** A Secret in the same namespace. */
@ApiType
public record SecretReference(
        @JsonPropertyDescription("API group of the Secret; absent, as Secrets have none.") @Nullable
        String apiGroup,

        @Default("Secret") @JsonPropertyDescription("Secret.") @Nullable
        String kind,

        @Required @JsonPropertyDescription("Name of the Secret.")
        String name) {}
