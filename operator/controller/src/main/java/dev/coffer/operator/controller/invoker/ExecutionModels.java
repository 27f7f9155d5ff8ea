package dev.coffer.operator.controller.invoker;

import dev.coffer.operator.api.Annotations;
import dev.coffer.operator.api.ExecutionModel;
import dev.coffer.operator.api.TargetRef;
import dev.coffer.operator.api.backup.BackupConfiguration;
import dev.coffer.operator.api.backup.BackupMember;
import dev.coffer.operator.controller.workload.WorkloadKind;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides where the files of workloads are read: as the target says; if it does not, as the annotation of the object that causes the
 * backups; if there is none, as that of the workload; if there is none, as the operator is told.
 */
public final class ExecutionModels {

    private final Workloads workloads;
    private final ExecutionModel byDefault;

    private ExecutionModels(Workloads workloads, ExecutionModel byDefault) {
        this.workloads = workloads;
        this.byDefault = byDefault;
    }

    public ExecutionModels(KubernetesClient client, ExecutionModel byDefault) {
        this(
                (kind, namespace, name) -> kind.read(client, namespace, name)
                        .map(workload -> workload.object().getMetadata()),
                byDefault);
    }

    /** Where the metadata of workloads are found. */
    private interface Workloads {
        Optional<ObjectMeta> find(WorkloadKind kind, String namespace, @Nullable String name);
    }

    /** The same decisions, as if a workload that is about to be created was there. */
    public ExecutionModels expecting(WorkloadKind expected, ObjectMeta metadata) {
        return new ExecutionModels(
                (kind, namespace, name) ->
                        kind == expected && metadata.getName().equals(name)
                                ? Optional.of(metadata)
                                : workloads.find(kind, namespace, name),
                byDefault);
    }

    /** Where a target is backed up. */
    public Executor executor(BackupInvoker invoker, BackupMember member) {
        TargetRef ref = member.target() == null ? null : member.target().ref();
        return Executor.ofBackup(member.task(), ref, model(invoker, member, ref));
    }

    /** Whether the target of an object is backed up by sidecars. */
    public boolean isInWorkload(BackupConfiguration object) {
        return executor(BackupInvoker.of(object), object.getSpec().members().getFirst()) instanceof Executor.InWorkload;
    }

    private ExecutionModel model(BackupInvoker invoker, BackupMember member, @Nullable TargetRef ref) {
        return Optional.ofNullable(member.executionModel())
                .or(() -> ExecutionModel.of(annotation(invoker.metadata())))
                .or(() -> ofWorkload(ref, invoker.namespace()))
                .orElse(byDefault);
    }

    private Optional<ExecutionModel> ofWorkload(@Nullable TargetRef ref, String namespace) {
        return ref == null
                ? Optional.empty()
                : WorkloadKind.of(ref.kind())
                        .flatMap(kind -> workloads.find(kind, namespace, ref.name()))
                        .flatMap(workload -> ExecutionModel.of(annotation(workload)));
    }

    /** What is wrong with the annotation of an object that causes backups, and what to do; empty if nothing is. */
    public static Optional<String> problem(ObjectMeta metadata) {
        String model = annotation(metadata);
        return model == null || ExecutionModel.of(model).isPresent()
                ? Optional.empty()
                : Optional.of("metadata.annotations: " + Annotations.EXECUTION_MODEL + " is \"" + model
                        + "\"; write Workload or Job");
    }

    /** The model that an object asks for by its annotation; null if it has none. */
    public static @Nullable String annotation(ObjectMeta metadata) {
        return metadata.getAnnotations() == null
                ? null
                : metadata.getAnnotations().get(Annotations.EXECUTION_MODEL);
    }
}
