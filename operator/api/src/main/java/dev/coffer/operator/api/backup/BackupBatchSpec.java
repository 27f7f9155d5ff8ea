package dev.coffer.operator.api.backup;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.coffer.operator.api.Absent;
import dev.coffer.operator.api.ApiType;
import dev.coffer.operator.api.Driver;
import dev.coffer.operator.api.RepositoryRef;
import dev.coffer.operator.api.RetryConfig;
import dev.coffer.operator.api.hook.BackupHooks;
import dev.coffer.operator.api.runtime.RuntimeSettings;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Required;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is backed up together, when, into which repository, and for how long it is kept. */
@ApiType
public record BackupBatchSpec(
        @JsonPropertyDescription("Repository to back up into.") @Nullable
        RepositoryRef repository,

        @JsonPropertyDescription("What to back up.") List<BackupMember> members,

        @Default("Parallel") @JsonPropertyDescription("Parallel or Sequential.") @Nullable
        String executionOrder,

        @JsonPropertyDescription(ScheduleDescriptions.SCHEDULE) @Nullable
        String schedule,

        @JsonPropertyDescription(ScheduleDescriptions.TIME_ZONE) @Nullable
        String timeZone,

        @JsonPropertyDescription(ScheduleDescriptions.JITTER) @Nullable
        String scheduleJitter,

        @JsonPropertyDescription(ScheduleDescriptions.STARTING_DEADLINE) @Nullable
        String startingDeadline,

        @Default("Restic") @JsonPropertyDescription("What takes the backup.") @Nullable
        Driver driver,

        @JsonPropertyDescription("What to do before the first and after the last member.") @Nullable
        BackupHooks hooks,

        @Required @JsonPropertyDescription("Which snapshots to keep.")
        RetentionPolicy retentionPolicy,

        @JsonPropertyDescription("Settings of what starts the backup; those of its pods are with the members.")
        @Nullable
        RuntimeSettings runtimeSettings,

        @JsonPropertyDescription("Whether the schedule is suspended.") @Nullable
        Boolean paused,

        @JsonPropertyDescription("How many completed BackupSessions to keep; 1 if absent.") @Nullable
        Integer backupHistoryLimit,

        @JsonPropertyDescription("Most time that a backup may take, such as 2h.") @Nullable
        String timeOut,

        @JsonPropertyDescription("Whether a failed backup is tried again.") @Nullable
        RetryConfig retryConfig)
        implements BackupInvokerSpec {

    public BackupBatchSpec {
        members = Absent.orEmpty(members);
    }

    @Override
    public @Nullable BackupHooks globalHooks() {
        return hooks;
    }
}
