package dev.coffer.operator.api.backup;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.coffer.operator.api.Absent;
import dev.coffer.operator.api.ApiType;
import dev.coffer.operator.api.condition.Condition;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** State of one backup. */
@ApiType
public record BackupSessionStatus(
        @JsonPropertyDescription("State of the backup.") @Nullable
        BackupSessionPhase phase,

        @JsonPropertyDescription("Time from the creation to the end.") @Nullable
        String sessionDuration,

        @JsonPropertyDescription("When the backup must have ended.") @Nullable
        Instant sessionDeadline,

        @JsonPropertyDescription("What is known about the backup.")
        List<Condition> conditions,

        @JsonPropertyDescription("State of the backup of each target.")
        List<BackupTargetStatus> targets,

        @JsonPropertyDescription("Whether the backup is tried again by another BackupSession.") @Nullable
        Boolean retried,

        @JsonPropertyDescription("When the backup is tried again.") @Nullable
        Instant nextRetry) {

    public BackupSessionStatus {
        conditions = Absent.orEmpty(conditions);
        targets = Absent.orEmpty(targets);
    }
}
