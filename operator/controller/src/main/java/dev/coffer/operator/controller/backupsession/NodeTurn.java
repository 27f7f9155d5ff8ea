package dev.coffer.operator.controller.backupsession;

import dev.coffer.operator.api.backup.BackupTargetStatus;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Decides which pod of a workload is backed up next by a job on its node: one if all of them are the same host, as those of a Deployment,
 * and of other workloads one after the other. Asked when no job is at work.
 */
sealed interface NodeTurn {

    /** It is the turn of a pod, which runs. */
    record Next(Pod pod, String host) implements NodeTurn {}

    /** No pod that is still to be backed up runs. */
    record NoPod() implements NodeTurn {}

    /** The job of the host at work is gone, and that host will not report any more. */
    record Disrupted(String host) implements NodeTurn {}

    /**
     * Decides.
     *
     * @param pods all pods of the workload
     */
    static NodeTurn decide(PodHosts hosts, BackupTargetStatus target, List<Pod> pods) {
        Optional<String> lost = PodHosts.atWork(target);
        if (lost.isPresent()) {
            return new Disrupted(lost.get());
        }
        Set<String> ended = PodHosts.ended(target);
        return pods.stream()
                .filter(NodeTurn::isRunning)
                .filter(pod -> !ended.contains(hosts.of(pod)))
                .min(hosts.order()
                        .thenComparing(NodeTurn::isUnready)
                        .thenComparing(pod -> pod.getMetadata().getName()))
                .<NodeTurn>map(pod -> new Next(pod, hosts.of(pod)))
                .orElseGet(NoPod::new);
    }

    private static boolean isRunning(Pod pod) {
        return pod.getMetadata().getDeletionTimestamp() == null
                && pod.getSpec().getNodeName() != null
                && pod.getStatus() != null
                && "Running".equals(pod.getStatus().getPhase());
    }

    private static boolean isUnready(Pod pod) {
        return pod.getStatus().getConditions().stream()
                .noneMatch(condition -> condition.getType().equals("Ready")
                        && condition.getStatus().equals("True"));
    }
}
