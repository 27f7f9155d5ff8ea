package dev.coffer.operator.api.report;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.coffer.operator.api.ApiType;
import org.jspecify.annotations.Nullable;

/** A file that could not be read or restored. */
@ApiType
public record SkippedFile(
        @JsonPropertyDescription("Path of the file.") @Nullable
        String path,

        @JsonPropertyDescription("Why it was skipped.") @Nullable
        String reason) {}
