package dev.coffer.operator.api.backup;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.coffer.operator.api.Absent;
import dev.coffer.operator.api.ApiType;
import dev.coffer.operator.api.condition.Condition;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether the target can be backed up, and when it is. */
@ApiType
public record BackupConfigurationStatus(
        @JsonPropertyDescription("Generation of the specification that was looked at.") @Nullable
        Long observedGeneration,

        @JsonPropertyDescription("Whether what the backup needs is there.")
        List<Condition> conditions,

        @JsonPropertyDescription("Whether the target can be backed up.") @Nullable
        InvokerPhase phase,

        @JsonPropertyDescription("The scheduled time of the last backup that the schedule has started. Coffer only.")
        @Nullable
        Instant lastScheduleTime,

        @JsonPropertyDescription("When the schedule starts the next backup. Coffer only.") @Nullable
        Instant nextScheduleTime) {

    public BackupConfigurationStatus {
        conditions = Absent.orEmpty(conditions);
    }
}
