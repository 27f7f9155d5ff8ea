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
    DAEMON_SET("DaemonSet", DaemonSet.class),
    DEPLOYMENT_CONFIG("DeploymentConfig", DeploymentConfig.class);

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

    /** Group and version in manifests. */
    public String apiVersion() {
        return HasMetadata.getApiVersion(type);
    }

    public Class<? extends HasMetadata> type() {
        return type;
    }

    /** Whether all clusters have workloads of this kind. */
    public boolean isEverywhere() {
        return this != DEPLOYMENT_CONFIG;
    }

    /** Whether a cluster has workloads of this kind at the moment, which is asked if not all clusters do. */
    public boolean isKnownTo(KubernetesClient client) {
        return isEverywhere() || client.supports(apiVersion(), kind);
    }

    /** How the pods are replaced once their template has changed, as a sentence about the workload goes on. */
    public String rollOut() {
        return this == DEPLOYMENT_CONFIG
                ? "its pods are replaced by a rollout, which the trigger ConfigChange starts, or else oc rollout latest"
                : "its pods are being replaced";
    }

    /**
     * A workload of this kind as it is now; empty if there is none with pods, or no name. In a cluster that does not know the kind
     * there is none.
     */
    public Optional<Workload> read(KubernetesClient client, String namespace, @Nullable String name) {
        return name == null || name.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable((HasMetadata) client.resources(type)
                                .inNamespace(namespace)
                                .withName(name)
                                .get())
                        .filter(object -> !(object instanceof DeploymentConfig config) || config.hasPods())
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
            case DeploymentConfig config -> config.with(template);
            default -> throw new IllegalArgumentException("No workload: " + workload.getKind());
        };
    }
}
