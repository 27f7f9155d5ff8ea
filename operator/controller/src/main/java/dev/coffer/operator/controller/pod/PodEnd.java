package dev.coffer.operator.controller.pod;

import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Why pods have ended before their work was done. */
public final class PodEnd {

    private static final String OUT_OF_MEMORY = "OOMKilled";

    private PodEnd() {}

    /** Why one of the pods has failed, and what to do; empty if none has, or nobody knows. */
    public static Optional<String> reason(List<Pod> pods) {
        return pods.stream().flatMap(pod -> reason(pod).stream()).findFirst();
    }

    /** A pod that was evicted, as for a volume that is full, says why itself; else its containers do. */
    private static Optional<String> reason(Pod pod) {
        String name = pod.getMetadata().getName();
        if (pod.getStatus() == null) {
            return Optional.empty();
        } else if (pod.getStatus().getReason() != null && pod.getStatus().getMessage() != null) {
            return Optional.of("pod " + name + " was ended: " + pod.getStatus().getReason() + ": "
                    + pod.getStatus().getMessage());
        }
        return Stream.concat(
                        pod.getStatus().getInitContainerStatuses().stream(),
                        pod.getStatus().getContainerStatuses().stream())
                .flatMap(container -> failure(container).stream())
                .map(failure -> failure + " See kubectl logs " + name + " --all-containers.")
                .findFirst();
    }

    private static Optional<String> failure(ContainerStatus container) {
        return Optional.ofNullable(container.getState())
                .map(ContainerState::getTerminated)
                .filter(end -> !Objects.equals(end.getExitCode(), 0))
                .map(end ->
                        "container " + container.getName() + " ended with exit code " + end.getExitCode() + cause(end));
    }

    private static String cause(ContainerStateTerminated end) {
        return OUT_OF_MEMORY.equals(end.getReason())
                ? " because it was out of memory. Raise its limit in runtimeSettings.container.resources."
                : ".";
    }
}
