package dev.coffer.operator.api.runtime;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.coffer.operator.api.ApiType;
import org.jspecify.annotations.Nullable;

/** Priority of the process for disks, as of {@code ionice}. */
@ApiType
public record IoNiceSettings(
        @JsonProperty("class") @JsonPropertyDescription("1 for real time, 2 for best effort, 3 for idle.") @Nullable
        Integer schedulingClass,

        @JsonPropertyDescription("Within the class, from 0, most, to 7, least.") @Nullable
        Integer classData) {}
