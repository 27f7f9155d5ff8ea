package dev.coffer.operator.controller.workload;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A workload, whatever its kind.
 *
 * @param object as it was read
 * @param hosts number of hosts that its pods are in the repository
 */
public record Workload(
        WorkloadKind kind, HasMetadata object, PodTemplateSpec template, LabelSelector selector, int hosts) {

    /** An object of one of the kinds, which has a pod template. */
    public static Workload of(HasMetadata object) {
        return switch (object) {
            case Deployment deployment ->
                new Workload(
                        WorkloadKind.DEPLOYMENT,
                        deployment,
                        deployment.getSpec().getTemplate(),
                        deployment.getSpec().getSelector(),
                        1);
            case StatefulSet set ->
                new Workload(
                        WorkloadKind.STATEFUL_SET,
                        set,
                        set.getSpec().getTemplate(),
                        set.getSpec().getSelector(),
                        Objects.requireNonNullElse(set.getSpec().getReplicas(), 1));
            case DaemonSet set ->
                new Workload(
                        WorkloadKind.DAEMON_SET,
                        set,
                        set.getSpec().getTemplate(),
                        set.getSpec().getSelector(),
                        set.getStatus() == null
                                ? 0
                                : Objects.requireNonNullElse(set.getStatus().getDesiredNumberScheduled(), 0));
            case DeploymentConfig config ->
                new Workload(
                        WorkloadKind.DEPLOYMENT_CONFIG,
                        config,
                        Objects.requireNonNull(config.getSpec().template(), "it has pods"),
                        config.pods(),
                        1);
            default -> throw new IllegalArgumentException("No workload: " + object.getKind());
        };
    }

    /** The volumes of its pods; those of a StatefulSet that come from templates are claims whose name depends on the pod. */
    public List<Volume> volumes() {
        List<PersistentVolumeClaim> templates =
                object instanceof StatefulSet set ? set.getSpec().getVolumeClaimTemplates() : List.of();
        return Stream.concat(
                        template.getSpec().getVolumes().stream(),
                        templates.stream()
                                .map(claim -> new VolumeBuilder()
                                        .withName(claim.getMetadata().getName())
                                        .withNewPersistentVolumeClaim()
                                        .endPersistentVolumeClaim()
                                        .build()))
                .toList();
    }

    public String namespace() {
        return object.getMetadata().getNamespace();
    }

    public String name() {
        return object.getMetadata().getName();
    }

    /** The service account of the pods. */
    public String serviceAccount() {
        String account = template.getSpec().getServiceAccountName();
        return account == null || account.isEmpty() ? "default" : account;
    }
}
