package dev.coffer.operator.api.condition;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.coffer.operator.api.ApiType;
import io.fabric8.generator.annotation.Required;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One thing that is known about an object. */
@ApiType
public record Condition(
        @Required @JsonPropertyDescription("What this condition is about, in CamelCase.")
        String type,

        @Required @JsonPropertyDescription("Whether it holds.")
        ConditionStatus status,

        @Required @JsonPropertyDescription("When the status has changed last.")
        Instant lastTransitionTime,

        @JsonPropertyDescription("Generation of the object that was looked at.") @Nullable
        Long observedGeneration,

        @JsonPropertyDescription("How bad it is that this condition does not hold.") @Nullable
        String severity,

        @JsonPropertyDescription("Why it has this status, in one word.") @Nullable
        String reason,

        @JsonPropertyDescription("Why it has this status, and what to do.") @Nullable
        String message) {

    /** This condition, with another time of the last change. */
    Condition since(Instant transition) {
        return new Condition(type, status, transition, observedGeneration, severity, reason, message);
    }
}
