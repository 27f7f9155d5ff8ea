package dev.coffer.operator.controller.pod;

import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether a pod has started to work, and what keeps it from that. Its phase does not tell: that is Pending until all init containers
 * have ended.
 */
public final class PodStart {

    /** Soon after a pod was made, what keeps it from starting is mostly passing. */
    private static final Duration EARLY = Duration.ofSeconds(15);

    /** Later than this, a pod should have started even if it does not complain. */
    private static final Duration LATE = Duration.ofMinutes(2);

    private static final String IMAGE =
            "Check the name of the image, and that the node may pull it (imagePullSecrets).";
    private static final String CONFIGURATION = "Check the Secrets, ConfigMaps and users that runtimeSettings name.";

    private static final Map<String, String> ADVICE = Map.of(
            "ErrImagePull", IMAGE,
            "ImagePullBackOff", IMAGE,
            "InvalidImageName", IMAGE,
            "ErrImageNeverPull", IMAGE,
            "CreateContainerConfigError", CONFIGURATION,
            "CreateContainerError", CONFIGURATION,
            "Unschedulable", "Make room on a node that may run it, or change its requests and where it may run.",
            "CrashLoopBackOff", "See the logs of the container.");

    private PodStart() {}

    /** Whether any container of any of the pods runs, or has run. */
    public static boolean hasHappened(List<Pod> pods) {
        return pods.stream()
                .flatMap(pod -> states(pod.getStatus()))
                .anyMatch(state -> state.getRunning() != null || state.getTerminated() != null);
    }

    /** What keeps one of the pods from starting, and what to do; empty if nothing does, or if it is too early to tell. */
    public static Optional<String> obstacle(List<Pod> pods, Instant now) {
        return pods.stream()
                .filter(pod -> isOlder(pod, EARLY, now))
                .flatMap(pod -> obstacle(pod, now).stream())
                .findFirst();
    }

    private static Optional<String> obstacle(Pod pod, Instant now) {
        Optional<String> late =
                isOlder(pod, LATE, now) && !hasHappened(List.of(pod)) ? Optional.of(late(pod)) : Optional.empty();
        return waiting(pod.getStatus())
                .or(() -> unscheduled(pod.getStatus()))
                .map(reason -> describe(pod, reason))
                .or(() -> late);
    }

    private static String describe(Pod pod, Reason reason) {
        return "Pod " + pod.getMetadata().getName() + " does not start: " + reason.name() + ": " + reason.message()
                + ". " + ADVICE.getOrDefault(reason.name(), "See kubectl describe pod.");
    }

    private static String late(Pod pod) {
        String name = pod.getMetadata().getName();
        return "Pod " + name + " has not started for " + LATE.toMinutes() + " minutes. kubectl describe pod " + name
                + " says why: often a volume cannot be mounted.";
    }

    private record Reason(String name, String message) {}

    private static Optional<Reason> waiting(PodStatus status) {
        return states(status)
                .map(ContainerState::getWaiting)
                .filter(Objects::nonNull)
                .filter(waiting -> waiting.getMessage() != null)
                .map(waiting -> new Reason(waiting.getReason(), waiting.getMessage()))
                .findFirst();
    }

    private static Optional<Reason> unscheduled(PodStatus status) {
        return Stream.ofNullable(status)
                .flatMap(present -> present.getConditions().stream())
                .filter(condition -> condition.getType().equals("PodScheduled")
                        && condition.getStatus().equals("False")
                        && condition.getMessage() != null)
                .map(condition -> new Reason(condition.getReason(), condition.getMessage()))
                .findFirst();
    }

    private static boolean isOlder(Pod pod, Duration age, Instant now) {
        return now.isAfter(
                Instant.parse(pod.getMetadata().getCreationTimestamp()).plus(age));
    }

    private static Stream<ContainerState> states(PodStatus status) {
        return status == null
                ? Stream.empty()
                : Stream.concat(status.getInitContainerStatuses().stream(), status.getContainerStatuses().stream())
                        .map(ContainerStatus::getState)
                        .filter(Objects::nonNull);
    }
}
