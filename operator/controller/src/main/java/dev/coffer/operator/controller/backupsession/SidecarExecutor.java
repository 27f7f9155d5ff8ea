package dev.coffer.operator.controller.backupsession;

import dev.coffer.operator.api.Annotations;
import dev.coffer.operator.api.TargetRef;
import dev.coffer.operator.controller.pod.PodStart;
import dev.coffer.operator.controller.workload.Injection.Place;
import dev.coffer.operator.controller.workload.Workload;
import dev.coffer.operator.controller.workload.WorkloadKind;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Has a target backed up by the sidecars of its pods. */
final class SidecarExecutor {

    private static final PatchContext MERGE = PatchContext.of(PatchType.JSON_MERGE);

    private final KubernetesClient client;

    SidecarExecutor(KubernetesClient client) {
        this.client = client;
    }

    /** Gives the turn to a pod, or looks how the one at work does. */
    Verdict advance(TargetWork work, WorkloadKind kind, Instant now) {
        String name = target(work).map(TargetRef::name).orElse("");
        Optional<Workload> found = kind.read(client, work.namespace(), name);
        if (found.isEmpty()) {
            return Verdicts.impossible(
                    "There is no " + kind.kind() + " " + name + "; create it, or correct spec.target.ref");
        }
        Workload workload = found.get();
        int hosts = work.status().totalHosts() == null
                ? workload.hosts()
                : work.status().totalHosts();
        if (hosts == 0) {
            return Verdicts.impossible(kind.kind() + " " + name + " has no pods, so there is nothing to read from");
        }
        SidecarTurn turn =
                SidecarTurn.decide(PodHosts.of(kind, work.member()), work.sessionName(), work.status(), pods(workload));
        return switch (turn) {
            case SidecarTurn.AtWork at -> Verdicts.both(ensured(hosts, at.host()), Verdicts.atWork(at.host()));
            case SidecarTurn.Next next -> {
                give(work.sessionName(), next);
                yield Verdicts.both(ensured(hosts, next.host()), Verdicts.atWork(next.host()));
            }
            case SidecarTurn.Disrupted disrupted -> Verdicts.disrupted(disrupted.reason());
            case SidecarTurn.NoPod _ -> noPod(work, workload, now);
        };
    }

    /** Why nobody does what is left when all hosts are backed up; empty as long as somebody does. */
    Optional<String> end(TargetWork work, WorkloadKind kind) {
        return target(work)
                .map(TargetRef::name)
                .flatMap(name -> kind.read(client, work.namespace(), name))
                .map(workload ->
                        SidecarTurn.lastHasEnded(PodHosts.of(kind, work.member()), work.sessionName(), pods(workload)))
                .orElseGet(() -> Optional.of("The workload is gone"));
    }

    void stop(TargetWork work, WorkloadKind kind) {
        target(work)
                .map(TargetRef::name)
                .flatMap(name -> kind.read(client, work.namespace(), name))
                .ifPresent(workload -> pods(workload).stream()
                        .filter(pod -> hasTurn(pod, work.sessionName()))
                        .forEach(this::withdraw));
    }

    private Verdict noPod(TargetWork work, Workload workload, Instant now) {
        String message = "No pod of " + workload.kind().kind() + " " + workload.name()
                + " that is still to be backed up has a running container " + Place.SIDECAR.container() + ". "
                + PodStart.obstacle(pods(workload), now).orElse("See its pods.");
        return Verdicts.patient(work, message, now);
    }

    private void give(String session, SidecarTurn.Next turn) {
        annotate(turn.pod(), quoted(session), quoted(turn.container()));
    }

    private void withdraw(Pod pod) {
        annotate(pod, "null", "null");
    }

    private void annotate(Pod pod, String session, String container) {
        String patch = """
                {"metadata": {"resourceVersion": "%s", "annotations": {"%s": %s, "%s": %s}}}""".formatted(
                        pod.getMetadata().getResourceVersion(),
                        Annotations.BACKUP_SESSION,
                        session,
                        Annotations.BACKUP_CONTAINER,
                        container);
        client.resource(pod).patch(MERGE, patch);
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }

    private List<Pod> pods(Workload workload) {
        return client.pods()
                .inNamespace(workload.namespace())
                .withLabelSelector(workload.selector())
                .list()
                .getItems();
    }

    private static boolean hasTurn(Pod pod, String session) {
        return pod.getMetadata().getAnnotations() != null
                && session.equals(pod.getMetadata().getAnnotations().get(Annotations.BACKUP_SESSION));
    }

    private static Verdict ensured(int hosts, String host) {
        return Verdicts.ensured(hosts, "The sidecar of host " + host + " backs it up");
    }

    private static Optional<TargetRef> target(TargetWork work) {
        return Optional.ofNullable(work.status().ref());
    }
}
