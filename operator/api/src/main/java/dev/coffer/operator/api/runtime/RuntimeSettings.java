package dev.coffer.operator.api.runtime;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.coffer.operator.api.ApiType;
import org.jspecify.annotations.Nullable;

/** Settings of the pods and containers that do the work. */
@ApiType
public record RuntimeSettings(
        @JsonPropertyDescription("Settings of the pods of jobs.") @Nullable
        PodRuntimeSettings pod,

        @JsonPropertyDescription("Settings of the containers that do the work.") @Nullable
        ContainerRuntimeSettings container) {}
