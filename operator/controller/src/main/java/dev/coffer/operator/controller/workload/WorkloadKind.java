package dev.coffer.operator.controller.workload;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.DaemonSetBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The kinds of workloads. */
public enum WorkloadKind {
    DEPLOYMENT("Deployment", Deployment.class),
    STATEFUL_SET("StatefulSet", StatefulSet.class),
    DAEMON_SET("DaemonSet", DaemonSet.class);

    private final String kind;
    private final Class<? extends HasMetadata> type;

    WorkloadKind(String kind, Class<? extends HasMetadata> type) {
        this.kind = kind;
        this.type = type;
    }

    /** The kind of that name, whatever its API version; empty for all that is no workload. */
    public static Optional<WorkloadKind> of(@Nullable String kind) {
        return Stream.of(values()).filter(known -> known.kind.equals(kind)).findFirst();
    }

    /** The name in manifests. */
    public String kind() {
        return kind;
    }

    public Class<? extends HasMetadata> type() {
        return type;
    }

    /** A workload of this kind as it is now; empty if there is none, or no name. */
    public Optional<Workload> read(KubernetesClient client, String namespace, @Nullable String name) {
        return name == null || name.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable((HasMetadata) client.resources(type)
                                .inNamespace(namespace)
                                .withName(name)
                                .get())
                        .map(Workload::of);
    }

    /** The workload with another pod template. */
    static HasMetadata withTemplate(HasMetadata workload, PodTemplateSpec template) {
        return switch (workload) {
            case Deployment deployment ->
                new DeploymentBuilder(deployment)
                        .editSpec()
                        .withTemplate(template)
                        .endSpec()
                        .build();
            case StatefulSet set ->
                new StatefulSetBuilder(set)
                        .editSpec()
                        .withTemplate(template)
                        .endSpec()
                        .build();
            case DaemonSet set ->
                new DaemonSetBuilder(set)
                        .editSpec()
                        .withTemplate(template)
                        .endSpec()
                        .build();
            default -> throw new IllegalArgumentException("No workload: " + workload.getKind());
        };
    }
}
