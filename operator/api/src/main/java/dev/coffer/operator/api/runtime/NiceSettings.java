package dev.coffer.operator.api.runtime;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.coffer.operator.api.ApiType;
import org.jspecify.annotations.Nullable;

/** Priority of the process for the processor, as of {@code nice}. */
@ApiType
public record NiceSettings(
        @JsonPropertyDescription("From -20, most of the processor, to 19, least.") @Nullable
        Integer adjustment) {}
