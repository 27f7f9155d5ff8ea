package dev.coffer.operator.controller.restoresession;

import dev.coffer.operator.api.TargetRef;
import dev.coffer.operator.api.event.Event;
import dev.coffer.operator.api.event.Events;
import dev.coffer.operator.api.naming.ObjectNames;
import dev.coffer.operator.api.repository.Repository;
import dev.coffer.operator.api.restore.HostRestorePhase;
import dev.coffer.operator.controller.access.Grant;
import dev.coffer.operator.controller.access.PodRole;
import dev.coffer.operator.controller.cluster.Refusals;
import dev.coffer.operator.controller.invoker.JobAccess;
import dev.coffer.operator.controller.invoker.JobServices;
import dev.coffer.operator.controller.pod.PodStart;
import dev.coffer.operator.controller.workload.Injection;
import dev.coffer.operator.controller.workload.Injection.Place;
import dev.coffer.operator.controller.workload.Injector;
import dev.coffer.operator.controller.workload.Workload;
import dev.coffer.operator.controller.workload.WorkloadContainers;
import dev.coffer.operator.controller.workload.WorkloadKind;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Restores by an init container in the pods of a workload. */
final class WorkloadRestore {

    private final JobServices services;
    private final Injector injector;
    private final Events events;

    WorkloadRestore(JobServices services, InstantSource clock) {
        this.services = services;
        this.injector = new Injector(services.objects());
        this.events = new Events(services.client(), clock, "Workload Controller");
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
                .initContainer(work.name(), work.namespace(), work.member())
                .with(services.registry().forPod(work.origin().recipient(), workload.serviceAccount()));
        try {
            return new RestoreStart.Started(workload.hosts(), inject(workload, init, work.name()));
        } catch (KubernetesClientException e) {
            if (Refusals.isRefusal(e)) {
                return new RestoreStart.Impossible("The init container cannot be put into " + kind.kind() + " "
                        + workload.name() + ": " + e.getMessage());
            }
            throw e;
        }
    }

    /** Returns when the restore takes place. */
    private String inject(Workload workload, Injection init, String session) {
        String start = workload.kind().kind() + " " + workload.name() + " is restored as its pods start";
        if (!injector.inject(workload, init, RestoreWork.KIND, session)) {
            return start;
        }
        String message = "RestoreSession " + session + " is restored as the pods are replaced";
        events.record(workload.object(), Event.normal("Init-Container Injection Succeeded", message));
        return start + "; " + workload.kind().rollOut();
    }

    /**
     * What keeps the pods from restoring, and what to do. A pod whose restore has failed does not start, and tries again, until it
     * succeeds.
     */
    Optional<String> obstacle(RestoreWork work, WorkloadKind kind, Instant now) {
        Optional<String> failure = Statuses.of(work.session()).stats().stream()
                .filter(host -> host.phase() == HostRestorePhase.FAILED)
                .findFirst()
                .map(host -> "Host " + host.hostname() + " could not be restored, and its pod tries again "
                        + until(work) + ": " + host.error());
        return failure.or(() -> workload(work.ref(), work.namespace())
                .flatMap(workload -> PodStart.obstacle(pods(workload), now))
                .map(reason -> "A pod of " + kind.kind() + " does not restore. " + reason));
    }

    private static String until(RestoreWork work) {
        String timeOut = work.session().getSpec().timeOut();
        return timeOut == null
                ? "until it succeeds or the RestoreSession is removed"
                : "until spec.timeOut, " + timeOut;
    }

    private List<Pod> pods(Workload workload) {
        return services.client()
                .pods()
                .inNamespace(workload.namespace())
                .withLabelSelector(workload.selector())
                .list()
                .getItems();
    }

    /** Takes the init container of a session away with its rights elsewhere; the rights also if the workload has gone first. */
    void remove(@Nullable TargetRef ref, String namespace, String session, Optional<Repository> repository) {
        Optional<WorkloadKind> kind = ref == null ? Optional.empty() : WorkloadKind.of(ref.kind());
        if (ref == null || ref.name() == null || kind.isEmpty()) {
            return;
        }
        Optional<Workload> workload = workload(ref, namespace);
        if (workload.isEmpty() || takeOut(workload.get(), session)) {
            String name = ObjectNames.initContainerRoleBinding(kind.get().kind(), ref.name());
            repository.ifPresent(found -> JobAccess.revoke(
                    services.objects(), JobAccess.grant(name, PodRole.RESTORE_INIT_CONTAINER, namespace), found));
        }
    }

    private boolean takeOut(Workload workload, String session) {
        boolean removed = injector.remove(workload, Place.INIT_CONTAINER, session);
        if (removed) {
            String message = "RestoreSession " + session + " is gone, and its init container with it";
            events.record(workload.object(), Event.normal("Init-Container Deletion Succeeded", message));
        }
        return removed;
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
