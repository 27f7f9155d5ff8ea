package dev.coffer.operator.api.naming;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Names of hosts in a repository, by which a restore finds what a backup has written. An absent alias and an empty one are the
 * same.
 */
public final class HostNames {

    private static final String DEFAULT = "host";

    private HostNames() {}

    /** The host of a target that has one host: all but StatefulSets and DaemonSets. */
    public static String single(@Nullable String alias) {
        return alias == null || alias.isEmpty() ? replica(alias, 0) : alias;
    }

    /** The host of one of several replicas: of a pod of a StatefulSet, or of a claim made from a template. */
    public static String replica(@Nullable String alias, int ordinal) {
        return (alias == null || alias.isEmpty() ? DEFAULT : alias) + "-" + ordinal;
    }

    /** The host of the pod of a DaemonSet. */
    public static String node(@Nullable String alias, String node) {
        return alias == null || alias.isEmpty() ? node : alias + "-" + node;
    }

    /** The host of a pod of a workload of that kind. */
    public static String ofPod(String kind, @Nullable String alias, String pod, String node) {
        return switch (kind) {
            case "StatefulSet" -> replica(alias, ordinal(pod));
            case "DaemonSet" -> node(alias, node);
            default -> single(alias);
        };
    }

    /** The hosts that are restored into claims made from templates. */
    public static List<String> ofClaims(@Nullable String alias, @Nullable Integer replicas) {
        if (replicas == null) {
            return List.of(single(alias));
        }
        return IntStream.range(0, replicas)
                .mapToObj(ordinal -> replica(alias, ordinal))
                .toList();
    }

    private static int ordinal(String pod) {
        String digits = pod.substring(pod.lastIndexOf('-') + 1);
        if (!digits.matches("\\d{1,9}")) {
            throw new IllegalArgumentException("Not a pod of a StatefulSet: " + pod + " does not end with a number");
        }
        return Integer.parseInt(digits);
    }
}
