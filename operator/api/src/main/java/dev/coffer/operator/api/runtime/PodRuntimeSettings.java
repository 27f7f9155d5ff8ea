package dev.coffer.operator.api.runtime;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.coffer.operator.api.Absent;
import dev.coffer.operator.api.ApiType;
import io.fabric8.kubernetes.api.model.Affinity;
import io.fabric8.kubernetes.api.model.LocalObjectReference;
import io.fabric8.kubernetes.api.model.PodReadinessGate;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.Toleration;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Settings of a pod, which mean what they mean in a pod's own specification. */
@ApiType
public record PodRuntimeSettings(
        @JsonPropertyDescription("Labels of the pod.") Map<String, String> podLabels,

        @JsonPropertyDescription("Annotations of the pod.") Map<String, String> podAnnotations,

        @JsonPropertyDescription("Labels that a node must have.")
        Map<String, String> nodeSelector,

        @JsonPropertyDescription("Service account of the pod; one is made if absent.") @Nullable
        String serviceAccountName,

        @JsonPropertyDescription("Annotations of the service account that is made.")
        Map<String, String> serviceAccountAnnotations,

        @JsonPropertyDescription("Whether the token of the service account is mounted.") @Nullable
        Boolean automountServiceAccountToken,

        @JsonPropertyDescription("Node of the pod, without asking the scheduler.") @Nullable
        String nodeName,

        @JsonPropertyDescription("Users, groups and the like of all containers.") @Nullable
        PodSecurityContext securityContext,

        @JsonPropertyDescription("Secrets to pull images with.")
        List<LocalObjectReference> imagePullSecrets,

        @JsonPropertyDescription("Nodes and pods to be near to or away from.") @Nullable
        Affinity affinity,

        @JsonPropertyDescription("Scheduler that places the pod.") @Nullable
        String schedulerName,

        @JsonPropertyDescription("Taints of nodes that the pod may run on all the same.")
        List<Toleration> tolerations,

        @JsonPropertyDescription("Priority class of the pod.") @Nullable
        String priorityClassName,

        @JsonPropertyDescription("Priority of the pod.") @Nullable
        Integer priority,

        @JsonPropertyDescription("Conditions that make the pod ready.")
        List<PodReadinessGate> readinessGates,

        @JsonPropertyDescription("Runtime class of the pod.") @Nullable
        String runtimeClassName,

        @JsonPropertyDescription("Whether services are put into the environment.") @Nullable
        Boolean enableServiceLinks,

        @JsonPropertyDescription("How pods spread over the cluster.")
        List<TopologySpreadConstraint> topologySpreadConstraints) {

    public PodRuntimeSettings {
        podLabels = Absent.orEmpty(podLabels);
        podAnnotations = Absent.orEmpty(podAnnotations);
        nodeSelector = Absent.orEmpty(nodeSelector);
        serviceAccountAnnotations = Absent.orEmpty(serviceAccountAnnotations);
        imagePullSecrets = Absent.orEmpty(imagePullSecrets);
        tolerations = Absent.orEmpty(tolerations);
        readinessGates = Absent.orEmpty(readinessGates);
        topologySpreadConstraints = Absent.orEmpty(topologySpreadConstraints);
    }
}
