package dev.coffer.operator.controller.pod;

import dev.coffer.operator.api.runtime.PodRuntimeSettings;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import org.jspecify.annotations.Nullable;

/** Applies the settings that users give for the pods of jobs. */
public final class PodSettings {

    private PodSettings() {}

    /** The pod with settings that take precedence over what it has. */
    public static PodTemplateSpec apply(PodTemplateSpec pod, @Nullable PodRuntimeSettings settings) {
        if (settings == null) {
            return pod;
        }
        return new PodTemplateSpecBuilder(pod)
                .editOrNewMetadata()
                .addToLabels(settings.podLabels())
                .addToAnnotations(settings.podAnnotations())
                .endMetadata()
                .withSpec(scheduling(identity(pod.getSpec(), settings), settings))
                .build();
    }

    private static PodSpec identity(PodSpec spec, PodRuntimeSettings settings) {
        PodSpecBuilder builder = new PodSpecBuilder(spec);
        if (settings.serviceAccountName() != null) {
            builder.withServiceAccountName(settings.serviceAccountName());
        }
        if (settings.automountServiceAccountToken() != null) {
            builder.withAutomountServiceAccountToken(settings.automountServiceAccountToken());
        }
        if (settings.securityContext() != null) {
            builder.withSecurityContext(merge(spec.getSecurityContext(), settings.securityContext()));
        }
        if (settings.enableServiceLinks() != null) {
            builder.withEnableServiceLinks(settings.enableServiceLinks());
        }
        return builder.withImagePullSecrets(PullSecrets.union(spec.getImagePullSecrets(), settings.imagePullSecrets()))
                .build();
    }

    private static PodSpec scheduling(PodSpec spec, PodRuntimeSettings settings) {
        return new PodSpecBuilder(spec)
                .addToNodeSelector(settings.nodeSelector())
                .withNodeName(settings.nodeName())
                .withAffinity(settings.affinity())
                .withSchedulerName(settings.schedulerName())
                .addAllToTolerations(settings.tolerations())
                .withPriorityClassName(settings.priorityClassName())
                .withPriority(settings.priority())
                .addAllToReadinessGates(settings.readinessGates())
                .withRuntimeClassName(settings.runtimeClassName())
                .addAllToTopologySpreadConstraints(settings.topologySpreadConstraints())
                .build();
    }

    /** Users and groups that the pod has by itself stay where the settings have none. */
    private static PodSecurityContext merge(@Nullable PodSecurityContext present, PodSecurityContext settings) {
        if (present == null) {
            return settings;
        }
        PodSecurityContext merged = settings.toBuilder().build();
        if (merged.getRunAsUser() == null) {
            merged.setRunAsUser(present.getRunAsUser());
        }
        if (merged.getRunAsGroup() == null) {
            merged.setRunAsGroup(present.getRunAsGroup());
        }
        if (merged.getFsGroup() == null) {
            merged.setFsGroup(present.getFsGroup());
            merged.setFsGroupChangePolicy(present.getFsGroupChangePolicy());
        }
        if (merged.getSupplementalGroups().isEmpty()) {
            merged.setSupplementalGroups(present.getSupplementalGroups());
        }
        if (merged.getSeLinuxOptions() == null) {
            merged.setSeLinuxOptions(present.getSeLinuxOptions());
        }
        return merged;
    }
}
