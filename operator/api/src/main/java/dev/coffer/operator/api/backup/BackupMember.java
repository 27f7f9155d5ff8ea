package dev.coffer.operator.api.backup;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.coffer.operator.api.ApiType;
import dev.coffer.operator.api.ExecutionModel;
import dev.coffer.operator.api.TaskRef;
import dev.coffer.operator.api.TempDir;
import dev.coffer.operator.api.VolumeClaimTemplate;
import dev.coffer.operator.api.hook.BackupHooks;
import dev.coffer.operator.api.runtime.RuntimeSettings;
import org.jspecify.annotations.Nullable;

/** One target of a backup, and how it is backed up. */
@ApiType
public record BackupMember(
        @JsonPropertyDescription("Task that takes the backup; absent to back up the files of a workload.") @Nullable
        TaskRef task,

        @JsonPropertyDescription("What to back up.") @Nullable
        BackupTarget target,

        @JsonPropertyDescription("Settings of pods and containers.") @Nullable
        RuntimeSettings runtimeSettings,

        @JsonPropertyDescription("Settings of the temporary volume.") @Nullable
        TempDir tempDir,

        @JsonPropertyDescription("Volume for data on its way into the repository.") @Nullable
        VolumeClaimTemplate interimVolumeTemplate,

        @JsonPropertyDescription("What to do before and after.") @Nullable
        BackupHooks hooks,

        @JsonPropertyDescription("Where the files of a workload are read. Coffer only.") @Nullable
        ExecutionModel executionModel) {}
