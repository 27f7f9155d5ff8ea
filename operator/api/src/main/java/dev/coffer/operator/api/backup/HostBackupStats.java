package dev.coffer.operator.api.backup;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.coffer.operator.api.Absent;
import dev.coffer.operator.api.ApiType;
import dev.coffer.operator.api.report.SkippedFiles;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the backup of one host has ended. */
@ApiType
public record HostBackupStats(
        @JsonPropertyDescription("Name of the host in the repository.") @Nullable
        String hostname,

        @JsonPropertyDescription("Whether the backup has succeeded.") @Nullable
        HostBackupPhase phase,

        @JsonPropertyDescription("Snapshots that were taken, one for each path.")
        List<SnapshotStats> snapshots,

        @JsonPropertyDescription("Time it took.") @Nullable String duration,

        @JsonPropertyDescription("Why it has failed.") @Nullable
        String error,

        @JsonPropertyDescription("Files that could not be read. Coffer only.") @Nullable
        SkippedFiles skippedFiles) {

    public HostBackupStats {
        snapshots = Absent.orEmpty(snapshots);
    }
}
