package dev.coffer.operator.controller.invoker;

import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodStatus;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether a pod has started to work. Its phase does not tell: that is Pending until all init containers have ended. */
final class PodStart {

    private PodStart() {}

    /** Whether any container of any of the pods runs, or has run. */
    static boolean hasHappened(List<Pod> pods) {
        return pods.stream()
                .flatMap(pod -> containers(pod.getStatus()))
                .map(ContainerStatus::getState)
                .filter(Objects::nonNull)
                .anyMatch(state -> state.getRunning() != null || state.getTerminated() != null);
    }

    /** What keeps the pods from starting, as far as they say. */
    static Optional<String> obstacle(List<Pod> pods) {
        Stream<String> images = pods.stream()
                .flatMap(pod -> containers(pod.getStatus()))
                .map(ContainerStatus::getState)
                .filter(Objects::nonNull)
                .map(ContainerState::getWaiting)
                .filter(Objects::nonNull)
                .filter(waiting -> waiting.getMessage() != null)
                .map(waiting -> waiting.getReason() + ": " + waiting.getMessage());
        Stream<String> nodes = pods.stream()
                .filter(pod -> pod.getStatus() != null)
                .flatMap(pod -> pod.getStatus().getConditions().stream())
                .filter(condition -> condition.getType().equals("PodScheduled")
                        && condition.getStatus().equals("False")
                        && condition.getMessage() != null)
                .map(condition -> condition.getReason() + ": " + condition.getMessage());
        return Stream.concat(images, nodes).findFirst();
    }

    private static Stream<ContainerStatus> containers(PodStatus status) {
        return status == null
                ? Stream.empty()
                : Stream.concat(status.getInitContainerStatuses().stream(), status.getContainerStatuses().stream());
    }
}
