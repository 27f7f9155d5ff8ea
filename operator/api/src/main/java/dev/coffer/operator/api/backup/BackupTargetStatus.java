package dev.coffer.operator.api.backup;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.coffer.operator.api.Absent;
import dev.coffer.operator.api.ApiType;
import dev.coffer.operator.api.TargetRef;
import dev.coffer.operator.api.condition.Condition;
import dev.coffer.operator.api.report.HostProgress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** State of the backup of one target. */
@ApiType
public record BackupTargetStatus(
        @JsonPropertyDescription("Target that is backed up.") @Nullable
        TargetRef ref,

        @JsonPropertyDescription("Number of hosts that are backed up.") @Nullable
        Integer totalHosts,

        @JsonPropertyDescription("State of the backup.") @Nullable
        BackupTargetPhase phase,

        @JsonPropertyDescription("What its first host does before its backup.")
        List<String> preBackupActions,

        @JsonPropertyDescription("What its last host does after its backup.")
        List<String> postBackupActions,

        @JsonPropertyDescription("What is known about the backup.")
        List<Condition> conditions,

        @JsonPropertyDescription("Hosts whose backup has ended.")
        List<HostBackupStats> stats,

        @JsonPropertyDescription("Hosts that are being backed up. Coffer only.")
        List<HostProgress> progress) {

    public BackupTargetStatus {
        preBackupActions = Absent.orEmpty(preBackupActions);
        postBackupActions = Absent.orEmpty(postBackupActions);
        conditions = Absent.orEmpty(conditions);
        stats = Absent.orEmpty(stats);
        progress = Absent.orEmpty(progress);
    }
}
