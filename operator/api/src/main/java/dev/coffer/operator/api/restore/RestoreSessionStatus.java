package dev.coffer.operator.api.restore;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.coffer.operator.api.Absent;
import dev.coffer.operator.api.ApiType;
import dev.coffer.operator.api.condition.Condition;
import dev.coffer.operator.api.report.HostProgress;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** State of one restore. */
@ApiType
public record RestoreSessionStatus(
        @JsonPropertyDescription("State of the restore.") @Nullable
        RestorePhase phase,

        @JsonPropertyDescription("Number of hosts that are restored.") @Nullable
        Integer totalHosts,

        @JsonPropertyDescription("Time from the creation to the end.") @Nullable
        String sessionDuration,

        @JsonPropertyDescription("When the restore must have ended.") @Nullable
        Instant sessionDeadline,

        @JsonPropertyDescription("What is known about the restore.")
        List<Condition> conditions,

        @JsonPropertyDescription("State of the restore of each host.")
        List<HostRestoreStats> stats,

        @JsonPropertyDescription("Hosts that are being restored. Coffer only.")
        List<HostProgress> progress) {

    public RestoreSessionStatus {
        conditions = Absent.orEmpty(conditions);
        stats = Absent.orEmpty(stats);
        progress = Absent.orEmpty(progress);
    }
}
