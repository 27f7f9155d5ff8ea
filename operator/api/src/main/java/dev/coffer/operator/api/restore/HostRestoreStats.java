package dev.coffer.operator.api.restore;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.coffer.operator.api.ApiType;
import dev.coffer.operator.api.report.SkippedFiles;
import org.jspecify.annotations.Nullable;

/** How the restore of one host goes or has ended. */
@ApiType
public record HostRestoreStats(
        @JsonPropertyDescription("Name of the host.") @Nullable
        String hostname,

        @JsonPropertyDescription("State of the restore.") @Nullable
        HostRestorePhase phase,

        @JsonPropertyDescription("Time it took.") @Nullable String duration,

        @JsonPropertyDescription("Why it has failed.") @Nullable
        String error,

        @JsonPropertyDescription("Files that could not be restored. Coffer only.") @Nullable
        SkippedFiles skippedFiles) {}
