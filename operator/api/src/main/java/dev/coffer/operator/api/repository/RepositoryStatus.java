package dev.coffer.operator.api.repository;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.coffer.operator.api.Absent;
import dev.coffer.operator.api.ApiType;
import dev.coffer.operator.api.condition.Condition;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known about a repository. */
@ApiType
public record RepositoryStatus(
        @JsonPropertyDescription("Generation of the specification that was looked at.") @Nullable
        Long observedGeneration,

        @JsonPropertyDescription("When the first backup was taken.") @Nullable
        Instant firstBackupTime,

        @JsonPropertyDescription("When the last backup was taken.") @Nullable
        Instant lastBackupTime,

        @JsonPropertyDescription("Whether the last check found no damage.") @Nullable
        Boolean integrity,

        @JsonPropertyDescription("Size of the stored data, such as 2.567 KiB.") @Nullable
        String totalSize,

        @JsonPropertyDescription("Number of snapshots after the last clean-up.") @Nullable
        Long snapshotCount,

        @JsonPropertyDescription("Number of snapshots that the last clean-up removed.") @Nullable
        Long snapshotsRemovedOnLastCleanup,

        @JsonPropertyDescription("Objects that use the repository.")
        List<RepositoryReference> references,

        @JsonPropertyDescription("Whether the repository can be reached, and the like.")
        List<Condition> conditions) {

    public RepositoryStatus {
        references = Absent.orEmpty(references);
        conditions = Absent.orEmpty(conditions);
    }
}
