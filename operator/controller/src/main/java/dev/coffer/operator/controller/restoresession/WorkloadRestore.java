package dev.coffer.operator.controller.restoresession;

import dev.coffer.operator.api.TargetRef;
import dev.coffer.operator.api.naming.ObjectNames;
import dev.coffer.operator.api.repository.Repository;
import dev.coffer.operator.controller.access.Grant;
import dev.coffer.operator.controller.access.PodRole;
import dev.coffer.operator.controller.invoker.JobAccess;
import dev.coffer.operator.controller.invoker.JobServices;
import dev.coffer.operator.controller.workload.Injection;
import dev.coffer.operator.controller.workload.Injection.Place;
import dev.coffer.operator.controller.workload.Injector;
import dev.coffer.operator.controller.workload.Workload;
import dev.coffer.operator.controller.workload.WorkloadContainers;
import dev.coffer.operator.controller.workload.WorkloadKind;
import io.fabric8.kubernetes.api.model.OwnerReference;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Restores by an init container in the pods of a workload. */
final class WorkloadRestore {

    private final JobServices services;
    private final Injector injector;

    WorkloadRestore(JobServices services) {
        this.services = services;
        this.injector = new Injector(services.objects());
    }

    RestoreStart start(RestoreWork work, WorkloadKind kind) {
        Optional<Workload> found = workload(work.ref(), work.namespace());
        if (found.isEmpty()) {
            return new RestoreStart.Impossible("There is no such " + kind.kind());
        }
        Workload workload = found.get();
        Grant grant = grant(workload, work.labels(), work.owner());
        grant.objects(work.repository()).forEach(services.objects()::ensure);
        Injection init = WorkloadContainers.of(services.image(), work.repository())
                .initContainer(work.name(), work.namespace(), work.member());
        injector.inject(workload, init, RestoreWork.KIND, work.name());
        return new RestoreStart.Started(
                workload.hosts(), "The pods of " + kind.kind() + " " + workload.name() + " restore as they start");
    }

    /** Takes the init container of a session away, with its rights elsewhere. */
    void remove(@Nullable TargetRef ref, String namespace, String session, Optional<Repository> repository) {
        workload(ref, namespace).ifPresent(workload -> {
            injector.remove(workload, Place.INIT_CONTAINER, session);
            repository.ifPresent(found -> JobAccess.revoke(services.objects(), grant(workload, Map.of(), null), found));
        });
    }

    private static Grant grant(Workload workload, Map<String, String> labels, @Nullable OwnerReference owner) {
        return new Grant(
                ObjectNames.initContainerRoleBinding(workload.kind().kind(), workload.name()),
                workload.namespace(),
                workload.serviceAccount(),
                PodRole.RESTORE_INIT_CONTAINER,
                labels,
                owner);
    }

    private Optional<Workload> workload(@Nullable TargetRef ref, String namespace) {
        return ref == null
                ? Optional.empty()
                : WorkloadKind.of(ref.kind()).flatMap(kind -> kind.read(services.client(), namespace, ref.name()));
    }
}
