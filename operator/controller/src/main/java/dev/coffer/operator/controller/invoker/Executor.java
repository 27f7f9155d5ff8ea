package dev.coffer.operator.controller.invoker;

import dev.coffer.operator.api.ExecutionModel;
import dev.coffer.operator.api.TargetRef;
import dev.coffer.operator.api.TaskRef;
import dev.coffer.operator.controller.task.Catalog;
import dev.coffer.operator.controller.workload.WorkloadKind;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the work on a target is done. */
public sealed interface Executor {

    /** In a job, by a Task. */
    record TaskJob(String task) implements Executor {}

    /** In the pods of a workload. */
    record InWorkload(WorkloadKind kind) implements Executor {}

    /**
     * Nowhere.
     *
     * @param reason why, and what to do
     */
    record Unsupported(String reason) implements Executor {}

    /** Where a target is backed up. */
    static Executor ofBackup(@Nullable TaskRef task, @Nullable TargetRef ref, @Nullable ExecutionModel model) {
        return of(task, ref, model, Catalog.PVC_BACKUP);
    }

    /** Where a target is restored. */
    static Executor ofRestore(@Nullable TaskRef task, @Nullable TargetRef ref, @Nullable ExecutionModel model) {
        return of(task, ref, model, Catalog.PVC_RESTORE);
    }

    /** A claim needs no task to be named, other than with Stash: there is but one that fits. */
    private static Executor of(
            @Nullable TaskRef task, @Nullable TargetRef ref, @Nullable ExecutionModel model, String claimTask) {
        if (task != null && task.name() != null && !task.name().isEmpty()) {
            return new TaskJob(task.name());
        }
        String kind = ref == null ? null : ref.kind();
        Optional<WorkloadKind> workload = WorkloadKind.of(kind);
        if (workload.isPresent()) {
            return model == ExecutionModel.JOB
                    ? new Unsupported("executionModel: Job needs a task for a " + kind
                            + "; name one, or leave out executionModel")
                    : new InWorkload(workload.get());
        } else if ("PersistentVolumeClaim".equals(kind)) {
            return new TaskJob(claimTask);
        }
        return new Unsupported("there is no way to reach a target of kind " + kind + " without a task; name one");
    }
}
