package dev.coffer.operator.api.backup;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.coffer.operator.api.ApiType;
import dev.coffer.operator.api.Driver;
import dev.coffer.operator.api.ExecutionModel;
import dev.coffer.operator.api.RepositoryRef;
import dev.coffer.operator.api.RetryConfig;
import dev.coffer.operator.api.TaskRef;
import dev.coffer.operator.api.TempDir;
import dev.coffer.operator.api.VolumeClaimTemplate;
import dev.coffer.operator.api.hook.BackupHooks;
import dev.coffer.operator.api.runtime.RuntimeSettings;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Required;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is backed up, when, into which repository, and for how long it is kept. */
@ApiType
public record BackupConfigurationSpec(
        @JsonPropertyDescription("Repository to back up into.") @Nullable
        RepositoryRef repository,

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

        @JsonPropertyDescription("Task that takes the backup; absent to back up the files of a workload.") @Nullable
        TaskRef task,

        @JsonPropertyDescription("What to back up.") @Nullable
        BackupTarget target,

        @JsonPropertyDescription("Where the files of a workload are read. Coffer only.") @Nullable
        ExecutionModel executionModel,

        @JsonPropertyDescription("Settings of pods and containers.") @Nullable
        RuntimeSettings runtimeSettings,

        @JsonPropertyDescription("Settings of the temporary volume.") @Nullable
        TempDir tempDir,

        @JsonPropertyDescription("Volume for data on its way into the repository.") @Nullable
        VolumeClaimTemplate interimVolumeTemplate,

        @JsonPropertyDescription("What to do before and after.") @Nullable
        BackupHooks hooks,

        @Required @JsonPropertyDescription("Which snapshots to keep.")
        RetentionPolicy retentionPolicy,

        @JsonPropertyDescription("Whether the schedule is suspended.") @Nullable
        Boolean paused,

        @JsonPropertyDescription("How many completed BackupSessions to keep; 1 if absent.") @Nullable
        Integer backupHistoryLimit,

        @JsonPropertyDescription("Most time that a backup may take, such as 2h.") @Nullable
        String timeOut,

        @JsonPropertyDescription("Whether a failed backup is tried again.") @Nullable
        RetryConfig retryConfig)
        implements BackupInvokerSpec {

    @Override
    public List<BackupMember> members() {
        return List.of(
                new BackupMember(task, target, runtimeSettings, tempDir, interimVolumeTemplate, hooks, executionModel));
    }

    @Override
    public @Nullable BackupHooks globalHooks() {
        return null;
    }
}
