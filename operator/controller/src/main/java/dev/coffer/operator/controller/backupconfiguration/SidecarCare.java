package dev.coffer.operator.controller.backupconfiguration;

import static dev.coffer.operator.api.condition.ConditionType.SIDECAR_INJECTED;

import dev.coffer.operator.api.Labels;
import dev.coffer.operator.api.TargetRef;
import dev.coffer.operator.api.backup.BackupMember;
import dev.coffer.operator.api.condition.Condition;
import dev.coffer.operator.api.condition.ConditionStatus;
import dev.coffer.operator.api.naming.ObjectNames;
import dev.coffer.operator.api.repository.Repository;
import dev.coffer.operator.controller.access.Grant;
import dev.coffer.operator.controller.access.PodRole;
import dev.coffer.operator.controller.cluster.ClusterObjects;
import dev.coffer.operator.controller.invoker.BackupInvoker;
import dev.coffer.operator.controller.invoker.JobAccess;
import dev.coffer.operator.controller.workload.Injection;
import dev.coffer.operator.controller.workload.Injection.Place;
import dev.coffer.operator.controller.workload.Injector;
import dev.coffer.operator.controller.workload.Workload;
import dev.coffer.operator.controller.workload.WorkloadContainers;
import dev.coffer.operator.controller.workload.WorkloadKind;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Instant;
import java.util.Optional;

/** Puts the sidecar into the workload of an invoker, with the rights it needs, and takes both away. */
final class SidecarCare {

    private final KubernetesClient client;
    private final ClusterObjects objects;
    private final Injector injector;
    private final String image;

    SidecarCare(KubernetesClient client, ClusterObjects objects, String image) {
        this.client = client;
        this.objects = objects;
        this.injector = new Injector(objects);
        this.image = image;
    }

    /** Puts it there, unless it is, or another invoker's has precedence. */
    Condition ensure(BackupInvoker invoker, BackupMember member, Repository repository, Instant now) {
        Optional<Workload> found = workload(member, invoker.namespace());
        if (found.isEmpty()) {
            return SIDECAR_INJECTED.is(ConditionStatus.FALSE, "The workload is not there", now);
        }
        Workload workload = found.get();
        grant(invoker, workload).objects(repository).forEach(objects::ensure);
        Injection sidecar = WorkloadContainers.of(image, repository)
                .sidecar(invoker.kind(), invoker.name(), invoker.namespace(), member);
        boolean changed = injector.inject(workload, sidecar, invoker.kind(), invoker.name());
        String message = workload.kind().kind() + " " + workload.name()
                + (changed ? " gets the sidecar; its pods are being replaced" : " has the sidecar");
        return SIDECAR_INJECTED.is(ConditionStatus.TRUE, message, now);
    }

    /** Takes it away, if it is this invoker's. */
    void remove(BackupInvoker invoker, BackupMember member, Optional<Repository> repository) {
        workload(member, invoker.namespace()).ifPresent(workload -> {
            injector.remove(workload, Place.SIDECAR, invoker.name());
            repository.ifPresent(found -> JobAccess.revoke(objects, grant(invoker, workload), found));
        });
    }

    private Optional<Workload> workload(BackupMember member, String namespace) {
        TargetRef ref = member.target() == null ? null : member.target().ref();
        return ref == null
                ? Optional.empty()
                : WorkloadKind.of(ref.kind()).flatMap(kind -> kind.read(client, namespace, ref.name()));
    }

    private static Grant grant(BackupInvoker invoker, Workload workload) {
        return new Grant(
                ObjectNames.sidecarRoleBinding(workload.kind().kind(), workload.name()),
                workload.namespace(),
                workload.serviceAccount(),
                PodRole.SIDECAR,
                invoker.labels(Labels.COMPONENT_BACKUP),
                invoker.owner());
    }
}
