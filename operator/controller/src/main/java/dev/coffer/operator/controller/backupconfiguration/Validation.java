package dev.coffer.operator.controller.backupconfiguration;

import static dev.coffer.operator.api.condition.ConditionType.VALIDATION_PASSED;

import dev.coffer.operator.api.TargetRef;
import dev.coffer.operator.api.backup.BackupConfiguration;
import dev.coffer.operator.api.backup.BackupTarget;
import dev.coffer.operator.api.condition.Condition;
import dev.coffer.operator.api.condition.ConditionStatus;
import dev.coffer.operator.api.validation.Problem;
import dev.coffer.operator.api.validation.Validator;
import dev.coffer.operator.controller.invoker.BackupInvoker;
import dev.coffer.operator.controller.invoker.ExecutionModels;
import dev.coffer.operator.controller.invoker.Executor;
import dev.coffer.operator.controller.repository.RepositoryState;
import dev.coffer.operator.controller.schedule.ScheduleRules;
import dev.coffer.operator.controller.workload.SharedVolumes;
import dev.coffer.operator.controller.workload.WorkloadKind;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks specifications, as admission does: it may have been down. */
final class Validation {

    private final KubernetesClient client;
    private final ExecutionModels models;

    Validation(KubernetesClient client, ExecutionModels models) {
        this.client = client;
        this.models = models;
    }

    Condition check(BackupConfiguration object, RepositoryState repository, Instant now) {
        List<String> problems = Stream.of(
                        repository.problems(),
                        Validator.backup(object.getSpec(), object.getMetadata().getNamespace()),
                        ScheduleRules.check(object.getSpec().schedule()))
                .flatMap(List::stream)
                .filter(Problem::isError)
                .map(Problem::toString)
                .collect(Collectors.toCollection(ArrayList::new));
        ExecutionModels.problem(object.getMetadata()).ifPresent(problems::add);
        target(object).map(reason -> "spec.target: " + reason).ifPresent(problems::add);
        return problems.isEmpty()
                ? VALIDATION_PASSED.is(ConditionStatus.TRUE, "The specification is valid", now)
                : VALIDATION_PASSED.is(ConditionStatus.FALSE, String.join("; ", problems), now);
    }

    /** Why the target cannot be backed up in the way that is asked for; empty if it can, or is not there yet. */
    private Optional<String> target(BackupConfiguration object) {
        return switch (models.executor(
                BackupInvoker.of(object), object.getSpec().members().getFirst())) {
            case Executor.Unsupported(var reason) -> Optional.of(reason);
            case Executor.NodeJobs(var kind) -> unshared(object, kind);
            case Executor.TaskJob _, Executor.InWorkload _ -> Optional.empty();
        };
    }

    private Optional<String> unshared(BackupConfiguration object, WorkloadKind kind) {
        BackupTarget target = object.getSpec().target();
        TargetRef ref = Precedence.ref(object);
        return target == null || ref == null
                ? Optional.empty()
                : kind.read(client, object.getMetadata().getNamespace(), ref.name())
                        .flatMap(workload -> SharedVolumes.obstacle(workload.volumes(), target.volumeMounts()));
    }
}
