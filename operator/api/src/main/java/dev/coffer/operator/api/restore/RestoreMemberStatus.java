package dev.coffer.operator.api.restore;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.coffer.operator.api.Absent;
import dev.coffer.operator.api.ApiType;
import dev.coffer.operator.api.TargetRef;
import dev.coffer.operator.api.condition.Condition;
import dev.coffer.operator.api.report.HostProgress;
import io.fabric8.generator.annotation.Required;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** State of the restore of one member of a batch. */
@ApiType
public record RestoreMemberStatus(
        @Required @JsonPropertyDescription("Target that is restored.")
        TargetRef ref,

        @JsonPropertyDescription("State of the restore.") @Nullable
        RestoreMemberPhase phase,

        @JsonPropertyDescription("Number of hosts that are restored.") @Nullable
        Integer totalHosts,

        @JsonPropertyDescription("What is known about the restore.")
        List<Condition> conditions,

        @JsonPropertyDescription("State of the restore of each host.")
        List<HostRestoreStats> stats,

        @JsonPropertyDescription("Hosts that are being restored. Coffer only.")
        List<HostProgress> progress) {

    public RestoreMemberStatus {
        conditions = Absent.orEmpty(conditions);
        stats = Absent.orEmpty(stats);
        progress = Absent.orEmpty(progress);
    }
}
