package dev.coffer.operator.controller.backupconfiguration;

import static dev.coffer.operator.api.condition.ConditionType.SIDECAR_INJECTED;

import dev.coffer.operator.api.Labels;
import dev.coffer.operator.api.TargetRef;
import dev.coffer.operator.api.backup.BackupMember;
import dev.coffer.operator.api.condition.Condition;
import dev.coffer.operator.api.condition.ConditionStatus;
import dev.coffer.operator.api.event.Event;
import dev.coffer.operator.api.event.Events;
import dev.coffer.operator.api.naming.ObjectNames;
import dev.coffer.operator.api.repository.Repository;
import dev.coffer.operator.controller.access.Grant;
import dev.coffer.operator.controller.access.PodRole;
import dev.coffer.operator.controller.cluster.ClusterObjects;
import dev.coffer.operator.controller.cluster.Refusals;
import dev.coffer.operator.controller.invoker.BackupInvoker;
import dev.coffer.operator.controller.invoker.JobAccess;
import dev.coffer.operator.controller.invoker.JobServices;
import dev.coffer.operator.controller.workload.Injection;
import dev.coffer.operator.controller.workload.Injection.Place;
import dev.coffer.operator.controller.workload.Injector;
import dev.coffer.operator.controller.workload.Workload;
import dev.coffer.operator.controller.workload.WorkloadContainers;
import dev.coffer.operator.controller.workload.WorkloadKind;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Puts the sidecar into the workload of an invoker, with the rights it needs, and takes both away. */
final class SidecarCare {

    private final KubernetesClient client;
    private final ClusterObjects objects;
    private final Injector injector;
    private final JobServices services;
    private final Events events;

    SidecarCare(JobServices services, InstantSource clock) {
        this.client = services.client();
        this.objects = services.objects();
        this.injector = new Injector(objects);
        this.services = services;
        this.events = new Events(client, clock, "Workload Controller");
    }

    /** Puts it there, unless it is, or another invoker's has precedence. */
    Condition ensure(BackupInvoker invoker, BackupMember member, Repository repository, Instant now) {
        Optional<Workload> found = workload(member, invoker.namespace());
        if (found.isEmpty()) {
            return SIDECAR_INJECTED.is(ConditionStatus.FALSE, "The workload is not there", now);
        }
        Workload workload = found.get();
        grant(invoker, workload).objects(repository).forEach(objects::ensure);
        Injection sidecar = WorkloadContainers.of(services.image(), repository)
                .sidecar(invoker.kind(), invoker.name(), invoker.namespace(), member)
                .with(services.registry().forPod(invoker.recipient(), workload.serviceAccount()));
        try {
            return inject(workload, sidecar, invoker, now);
        } catch (KubernetesClientException e) {
            if (Refusals.isRefusal(e)) {
                return SIDECAR_INJECTED.is(
                        ConditionStatus.FALSE,
                        "The sidecar cannot be put into " + describe(workload) + ": " + e.getMessage(),
                        now);
            }
            throw e;
        }
    }

    private Condition inject(Workload workload, Injection sidecar, BackupInvoker invoker, Instant now) {
        boolean changed = injector.inject(workload, sidecar, invoker.kind(), invoker.name());
        if (changed) {
            String message = "The sidecar of " + invoker.kind() + " " + invoker.name() + " was put in, or changed";
            events.record(workload.object(), Event.normal("Sidecar Injection Succeeded", message));
        }
        String message = describe(workload)
                + (changed ? " gets the sidecar; " + workload.kind().rollOut() : " has the sidecar");
        return SIDECAR_INJECTED.is(ConditionStatus.TRUE, message, now);
    }

    private static String describe(Workload workload) {
        return workload.kind().kind() + " " + workload.name();
    }

    /** Takes it away with its rights elsewhere, if it is this invoker's; the rights also if the workload has gone first. */
    void remove(BackupInvoker invoker, BackupMember member, Optional<Repository> repository) {
        TargetRef ref = member.target() == null ? null : member.target().ref();
        Optional<WorkloadKind> kind = ref == null ? Optional.empty() : WorkloadKind.of(ref.kind());
        if (ref == null || ref.name() == null || kind.isEmpty()) {
            return;
        }
        Optional<Workload> workload = workload(member, invoker.namespace());
        if (workload.isEmpty() || takeOut(workload.get(), invoker)) {
            String name = ObjectNames.sidecarRoleBinding(kind.get().kind(), ref.name());
            repository.ifPresent(found ->
                    JobAccess.revoke(objects, JobAccess.grant(name, PodRole.SIDECAR, invoker.namespace()), found));
        }
    }

    private boolean takeOut(Workload workload, BackupInvoker invoker) {
        boolean removed = injector.remove(workload, Place.SIDECAR, invoker.name());
        if (removed) {
            String message = "The sidecar of " + invoker.kind() + " " + invoker.name() + " was taken out";
            events.record(workload.object(), Event.normal("Sidecar Deletion Succeeded", message));
        }
        return removed;
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
