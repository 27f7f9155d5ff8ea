package dev.coffer.operator.api.restore;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.coffer.operator.api.ApiType;
import dev.coffer.operator.api.ExecutionModel;
import dev.coffer.operator.api.TaskRef;
import dev.coffer.operator.api.TempDir;
import dev.coffer.operator.api.VolumeClaimTemplate;
import dev.coffer.operator.api.hook.RestoreHooks;
import dev.coffer.operator.api.runtime.RuntimeSettings;
import org.jspecify.annotations.Nullable;

/** One target of a restore, and how it is restored. */
@ApiType
public record RestoreMember(
        @JsonPropertyDescription("Task that restores; absent to restore the files of a workload.") @Nullable
        TaskRef task,

        @JsonPropertyDescription("What to restore.") @Nullable
        RestoreTarget target,

        @JsonPropertyDescription("Settings of pods and containers.") @Nullable
        RuntimeSettings runtimeSettings,

        @JsonPropertyDescription("Settings of the temporary volume.") @Nullable
        TempDir tempDir,

        @JsonPropertyDescription("Volume for data on its way from the repository.") @Nullable
        VolumeClaimTemplate interimVolumeTemplate,

        @JsonPropertyDescription("What to do before and after.") @Nullable
        RestoreHooks hooks,

        @JsonPropertyDescription("Where the files of a workload are written. Coffer only.") @Nullable
        ExecutionModel executionModel) {}
