package dev.coffer.operator.api.restore;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.coffer.operator.api.Absent;
import dev.coffer.operator.api.ApiType;
import dev.coffer.operator.api.condition.Condition;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** State of one restore of several targets. */
@ApiType
public record RestoreBatchStatus(
        @JsonPropertyDescription("State of the restore.") @Nullable
        RestorePhase phase,

        @JsonPropertyDescription("Time from the creation to the end.") @Nullable
        String sessionDuration,

        @JsonPropertyDescription("When the restore must have ended.") @Nullable
        Instant sessionDeadline,

        @JsonPropertyDescription("What is known about the restore.")
        List<Condition> conditions,

        @JsonPropertyDescription("State of the restore of each member.")
        List<RestoreMemberStatus> members) {

    public RestoreBatchStatus {
        conditions = Absent.orEmpty(conditions);
        members = Absent.orEmpty(members);
    }
}
