package dev.coffer.operator.api.restore;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.coffer.operator.api.Absent;
import dev.coffer.operator.api.ApiType;
import dev.coffer.operator.api.Driver;
import dev.coffer.operator.api.ExecutionModel;
import dev.coffer.operator.api.RepositoryRef;
import dev.coffer.operator.api.TaskRef;
import dev.coffer.operator.api.TempDir;
import dev.coffer.operator.api.VolumeClaimTemplate;
import dev.coffer.operator.api.hook.RestoreHooks;
import dev.coffer.operator.api.runtime.RuntimeSettings;
import io.fabric8.generator.annotation.Default;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is restored, and from which repository. */
@ApiType
public record RestoreSessionSpec(
        @JsonPropertyDescription("Repository to restore from.") @Nullable
        RepositoryRef repository,

        @Default("Restic") @JsonPropertyDescription("What has taken the backup.") @Nullable
        Driver driver,

        @JsonPropertyDescription("Task that restores; absent to restore the files of a workload.") @Nullable
        TaskRef task,

        @JsonPropertyDescription("What to restore.") @Nullable
        RestoreTarget target,

        @JsonPropertyDescription("Where the files of a workload are written. Coffer only.") @Nullable
        ExecutionModel executionModel,

        @JsonPropertyDescription("Settings of pods and containers.") @Nullable
        RuntimeSettings runtimeSettings,

        @JsonPropertyDescription("Settings of the temporary volume.") @Nullable
        TempDir tempDir,

        @JsonPropertyDescription("Volume for data on its way from the repository.") @Nullable
        VolumeClaimTemplate interimVolumeTemplate,

        @JsonPropertyDescription("What to do before and after.") @Nullable
        RestoreHooks hooks,

        @JsonPropertyDescription("Deprecated: use the rules of the target, which count if there are both.")
        List<RestoreRule> rules,

        @JsonPropertyDescription("Most time that the restore may take, such as 2h.") @Nullable
        String timeOut)
        implements RestoreInvokerSpec {

    public RestoreSessionSpec {
        rules = Absent.orEmpty(rules);
    }

    /** Whether the rules that count are those that are not in the target. */
    public boolean hasDeprecatedRules() {
        return !rules.isEmpty() && (target == null || target.rules().isEmpty());
    }

    /** The same restore, with the rules that count in the target and nowhere else; without a target they stay where they are. */
    public RestoreSessionSpec withRulesInTarget() {
        return target == null || rules.isEmpty()
                ? this
                : new RestoreSessionSpec(
                        repository,
                        driver,
                        task,
                        targetWithRules(),
                        executionModel,
                        runtimeSettings,
                        tempDir,
                        interimVolumeTemplate,
                        hooks,
                        List.of(),
                        timeOut);
    }

    /** {@inheritDoc} Its target has the rules that count. */
    @Override
    public List<RestoreMember> members() {
        return List.of(new RestoreMember(
                task, targetWithRules(), runtimeSettings, tempDir, interimVolumeTemplate, hooks, executionModel));
    }

    @Override
    public @Nullable RestoreHooks globalHooks() {
        return null;
    }

    private @Nullable RestoreTarget targetWithRules() {
        if (target == null || !hasDeprecatedRules()) {
            return target;
        }
        return new RestoreTarget(
                target.alias(),
                target.ref(),
                target.volumeMounts(),
                target.replicas(),
                target.volumeClaimTemplates(),
                rules,
                target.args());
    }
}
