package dev.coffer.operator.controller.backupsession;

import dev.coffer.operator.api.Annotations;
import dev.coffer.operator.api.backup.BackupTargetStatus;
import dev.coffer.operator.controller.workload.Injection.Place;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decides which pod of a workload backs up next: one if all of them are the same host, as those of a Deployment, and of other workloads
 * one after the other. An annotation of the pod says whose turn it is, and the status of the session which host is at work, so that
 * either of them may be lost.
 */
sealed interface SidecarTurn {

    /** A host is at work. */
    record AtWork(String host) implements SidecarTurn {}

    /** It is the turn of a pod. */
    record Next(Pod pod, String host, String container) implements SidecarTurn {}

    /** No pod can back up at the moment. */
    record NoPod() implements SidecarTurn {}

    /** The host at work will not report any more. */
    record Disrupted(String reason) implements SidecarTurn {}

    /**
     * Decides.
     *
     * @param pods all pods of the workload
     */
    static SidecarTurn decide(PodHosts hosts, String session, BackupTargetStatus target, List<Pod> pods) {
        Set<String> ended = PodHosts.ended(target);
        Optional<Pod> current = pods.stream()
                .filter(pod -> session.equals(annotation(pod, Annotations.BACKUP_SESSION)))
                .filter(pod -> !ended.contains(hosts.of(pod)))
                .findFirst();
        if (current.isPresent()) {
            return current(current.get(), hosts.of(current.get()));
        }
        Optional<String> lost = PodHosts.atWork(target);
        if (lost.isPresent()) {
            return new Disrupted("The pod that backed up host " + lost.get() + " is gone");
        }
        return pods.stream()
                .filter(pod -> container(pod).isPresent() && !ended.contains(hosts.of(pod)))
                .min(hosts.order())
                .<SidecarTurn>map(
                        pod -> new Next(pod, hosts.of(pod), container(pod).orElseThrow()))
                .orElseGet(NoPod::new);
    }

    /** Why nothing more comes from the pod that had the last turn, which does what is left when all hosts are backed up. */
    static Optional<String> lastHasEnded(PodHosts hosts, String session, List<Pod> pods) {
        Optional<Pod> last = pods.stream()
                .filter(pod -> session.equals(annotation(pod, Annotations.BACKUP_SESSION)))
                .max(hosts.order());
        if (last.isEmpty()) {
            return Optional.of("The pod that backed up the last host is gone");
        }
        return current(last.get(), hosts.of(last.get())) instanceof Disrupted(String reason)
                ? Optional.of(reason)
                : Optional.empty();
    }

    private static SidecarTurn current(Pod pod, String host) {
        String name = pod.getMetadata().getName();
        if (pod.getMetadata().getDeletionTimestamp() != null) {
            return new Disrupted("Pod " + name + ", which backed up host " + host + ", is being removed");
        }
        String known = annotation(pod, Annotations.BACKUP_CONTAINER);
        return container(pod).filter(known::equals).isPresent()
                ? new AtWork(host)
                : new Disrupted("The container " + Place.SIDECAR.container() + " of pod " + name
                        + " has ended before its work for host " + host + " was done" + why(pod));
    }

    /** The running sidecar of a pod that stays. */
    private static Optional<String> container(Pod pod) {
        return pod.getMetadata().getDeletionTimestamp() != null
                ? Optional.empty()
                : sidecar(pod)
                        .filter(status ->
                                status.getState() != null && status.getState().getRunning() != null)
                        .map(ContainerStatus::getContainerID);
    }

    private static String why(Pod pod) {
        return sidecar(pod)
                .flatMap(status -> Optional.ofNullable(status.getLastState()))
                .flatMap(state -> Optional.ofNullable(state.getTerminated()))
                .map(end -> " (" + end.getReason() + ", exit code " + end.getExitCode() + "); see its previous logs")
                .orElse("");
    }

    private static Optional<ContainerStatus> sidecar(Pod pod) {
        return pod.getStatus() == null
                ? Optional.empty()
                : pod.getStatus().getContainerStatuses().stream()
                        .filter(status -> status.getName().equals(Place.SIDECAR.container()))
                        .findFirst();
    }

    private static String annotation(Pod pod, String name) {
        Map<String, String> annotations = pod.getMetadata().getAnnotations();
        return annotations == null ? "" : annotations.getOrDefault(name, "");
    }
}
