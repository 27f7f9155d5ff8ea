package dev.coffer.operator.api.backup;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.coffer.operator.api.ApiType;
import dev.coffer.operator.api.ExecutionModel;
import dev.coffer.operator.api.RetryConfig;
import dev.coffer.operator.api.TaskRef;
import dev.coffer.operator.api.TempDir;
import dev.coffer.operator.api.VolumeClaimTemplate;
import dev.coffer.operator.api.hook.BackupHooks;
import dev.coffer.operator.api.repository.Backend;
import dev.coffer.operator.api.repository.UsagePolicy;
import dev.coffer.operator.api.runtime.RuntimeSettings;
import io.fabric8.generator.annotation.Required;
import org.jspecify.annotations.Nullable;

/** The Repository and the BackupConfiguration that are made for each annotated target; any string may hold variables. */
@ApiType
public record BackupBlueprintSpec(
        @JsonPropertyDescription("Where the Repository is stored.") @Nullable
        Backend backend,

        @JsonPropertyDescription("Whether removing the Repository removes the stored backups too.") @Nullable
        Boolean wipeOut,

        @JsonPropertyDescription("Who may use the Repository.") @Nullable
        UsagePolicy usagePolicy,

        @JsonPropertyDescription("Namespace of the Repository; that of the BackupConfiguration if absent.") @Nullable
        String repoNamespace,

        @JsonPropertyDescription("Namespace of the BackupConfiguration; that of the target if absent.") @Nullable
        String backupNamespace,

        @JsonPropertyDescription(ScheduleDescriptions.SCHEDULE) @Nullable
        String schedule,

        @JsonPropertyDescription(ScheduleDescriptions.TIME_ZONE) @Nullable
        String timeZone,

        @JsonPropertyDescription(ScheduleDescriptions.JITTER) @Nullable
        String scheduleJitter,

        @JsonPropertyDescription(ScheduleDescriptions.STARTING_DEADLINE) @Nullable
        String startingDeadline,

        @JsonPropertyDescription("Task that takes the backup; absent to back up the files of a workload.") @Nullable
        TaskRef task,

        @JsonPropertyDescription("Where the files of a workload are read. Coffer only.") @Nullable
        ExecutionModel executionModel,

        @Required @JsonPropertyDescription("Which snapshots to keep.")
        RetentionPolicy retentionPolicy,

        @JsonPropertyDescription("Settings of pods and containers.") @Nullable
        RuntimeSettings runtimeSettings,

        @JsonPropertyDescription("Settings of the temporary volume.") @Nullable
        TempDir tempDir,

        @JsonPropertyDescription("Volume for data on its way into the repository.") @Nullable
        VolumeClaimTemplate interimVolumeTemplate,

        @JsonPropertyDescription("What to do before and after.") @Nullable
        BackupHooks hooks,

        @JsonPropertyDescription("How many completed BackupSessions to keep; 1 if absent.") @Nullable
        Integer backupHistoryLimit,

        @JsonPropertyDescription("Most time that a backup may take, such as 2h.") @Nullable
        String timeOut,

        @JsonPropertyDescription("Whether a failed backup is tried again.") @Nullable
        RetryConfig retryConfig) {}
