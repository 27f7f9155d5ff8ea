package dev.coffer.operator.controller.backupconfiguration;

import static dev.coffer.operator.api.condition.ConditionType.BACKUP_TARGET_FOUND;
import static dev.coffer.operator.api.condition.ConditionType.CRON_JOB_CREATED;
import static dev.coffer.operator.api.condition.ConditionType.SIDECAR_INJECTED;

import dev.coffer.operator.api.backup.BackupConfiguration;
import dev.coffer.operator.api.backup.BackupMember;
import dev.coffer.operator.api.condition.Condition;
import dev.coffer.operator.api.condition.ConditionStatus;
import dev.coffer.operator.api.repository.Repository;
import dev.coffer.operator.controller.invoker.BackupInvoker;
import dev.coffer.operator.controller.invoker.ExecutionModels;
import dev.coffer.operator.controller.invoker.Executor;
import dev.coffer.operator.controller.invoker.JobServices;
import dev.coffer.operator.controller.invoker.TargetCheck;
import dev.coffer.operator.controller.registry.RegistrySecrets;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Prepares targets for their backups. */
final class Preparation {

    private final KubernetesClient client;
    private final RegistrySecrets registry;
    private final ExecutionModels models;
    private final SidecarCare sidecars;

    Preparation(JobServices services, ExecutionModels models, SidecarCare sidecars) {
        this.client = services.client();
        this.registry = services.registry();
        this.models = models;
        this.sidecars = sidecars;
    }

    /**
     * Prepares the target of an object that is valid.
     *
     * @param all BackupConfigurations of the cluster
     * @return what is to be said about it
     */
    List<Condition> run(BackupConfiguration object, Repository repository, List<BackupConfiguration> all, Instant now) {
        Optional<Condition> images = registry.ensure(BackupInvoker.of(object).recipient());
        return Stream.concat(images.stream(), target(object, repository, all, now).stream())
                .toList();
    }

    private List<Condition> target(
            BackupConfiguration object, Repository repository, List<BackupConfiguration> all, Instant now) {
        BackupInvoker invoker = BackupInvoker.of(object);
        BackupMember member = object.getSpec().members().getFirst();
        Condition target =
                TargetCheck.check(client, Precedence.ref(object), invoker.namespace(), BACKUP_TARGET_FOUND, now);
        if (target.status() != ConditionStatus.TRUE) {
            return List.of(target);
        }
        Condition scheduled =
                CRON_JOB_CREATED.is(ConditionStatus.TRUE, "The operator starts the backups by itself", now);
        return switch (models.executor(invoker, member)) {
            case Executor.InWorkload _ -> List.of(target, scheduled, sidecar(object, repository, all, now));
            case Executor.NodeJobs _ -> {
                sidecars.remove(invoker, member, Optional.of(repository));
                yield List.of(target, scheduled);
            }
            case Executor.TaskJob _, Executor.Unsupported _ -> List.of(target, scheduled);
        };
    }

    private Condition sidecar(
            BackupConfiguration object, Repository repository, List<BackupConfiguration> all, Instant now) {
        return Precedence.over(object, all, models::isInWorkload)
                .map(newer -> SIDECAR_INJECTED.is(
                        ConditionStatus.FALSE,
                        "The workload has the sidecar of BackupConfiguration "
                                + newer.getMetadata().getName()
                                + ", which is newer; keep one BackupConfiguration for a workload",
                        now))
                .orElseGet(() -> sidecars.ensure(
                        BackupInvoker.of(object), object.getSpec().members().getFirst(), repository, now));
    }
}
