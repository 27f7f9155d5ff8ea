package dev.coffer.operator.controller.invoker;

import dev.coffer.operator.api.ExecutionModel;
import dev.coffer.operator.api.TargetRef;
import dev.coffer.operator.api.TaskRef;
import dev.coffer.operator.controller.task.Catalog;
import dev.coffer.operator.controller.workload.WorkloadKind;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where the work on a target is done. */
public sealed interface Executor {

    /** In a job, by a Task. */
    record TaskJob(String task) implements Executor {}

    /** In the pods of a workload. */
    record InWorkload(WorkloadKind kind) implements Executor {}

    /** In jobs on the nodes of the pods of a workload. */
    record NodeJobs(WorkloadKind kind) implements Executor {}

    /**
     * Nowhere.
     *
     * @param reason why, and what to do
     */
    record Unsupported(String reason) implements Executor {}

    /** Where a target is backed up. */
    static Executor ofBackup(@Nullable TaskRef task, @Nullable TargetRef ref, ExecutionModel model) {
        return of(
                task,
                ref,
                Catalog.PVC_BACKUP,
                kind -> model == ExecutionModel.JOB ? new NodeJobs(kind) : new InWorkload(kind));
    }

    /**
     * Where a target is restored.
     *
     * @param model as the object itself says; null if it does not
     */
    static Executor ofRestore(@Nullable TaskRef task, @Nullable TargetRef ref, @Nullable ExecutionModel model) {
        return of(
                task,
                ref,
                Catalog.PVC_RESTORE,
                kind -> model == ExecutionModel.JOB
                        ? new Unsupported(
                                "a " + kind.kind() + " is restored in its own pods, before they start; leave out"
                                        + " executionModel, or restore into the PersistentVolumeClaim")
                        : new InWorkload(kind));
    }

    /** A claim needs no task to be named, other than with Stash: there is but one that fits. */
    private static Executor of(
            @Nullable TaskRef task,
            @Nullable TargetRef ref,
            String claimTask,
            Function<WorkloadKind, Executor> ofWorkload) {
        if (task != null && task.name() != null && !task.name().isEmpty()) {
            return new TaskJob(task.name());
        }
        String kind = ref == null ? null : ref.kind();
        if ("PersistentVolumeClaim".equals(kind)) {
            return new TaskJob(claimTask);
        }
        return WorkloadKind.of(kind)
                .map(ofWorkload)
                .orElseGet(() -> new Unsupported(
                        "there is no way to reach a target of kind " + kind + " without a task; name one"));
    }
}
