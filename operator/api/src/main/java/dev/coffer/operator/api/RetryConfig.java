package dev.coffer.operator.api;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import org.jspecify.annotations.Nullable;

/** How often, and after how long, a failed backup is tried again. */
@ApiType
public record RetryConfig(
        @Default("1") @JsonPropertyDescription("How often a failed session is followed by another one.") @Nullable
        Integer maxRetry,

        @JsonPropertyDescription("Time from a failed session to the next one, such as 10m; none if absent.") @Nullable
        String delay) {}
