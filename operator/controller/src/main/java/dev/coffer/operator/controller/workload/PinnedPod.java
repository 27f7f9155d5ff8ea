package dev.coffer.operator.controller.workload;

import io.fabric8.kubernetes.api.model.AffinityBuilder;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.NodeSelectorRequirement;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSecurityContextBuilder;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.VolumeMountBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A pod that reads what another pod has mounted: on the same node, so that volumes that only one node may use can be, with the same
 * user and groups, and without being able to change anything.
 *
 * @param target the other pod
 * @param mounts what is read
 */
public record PinnedPod(Pod target, List<VolumeMount> mounts) {

    private static final String POD_NAME = "$(POD_NAME)";

    public PinnedPod {
        mounts = List.copyOf(mounts);
    }

    public static PinnedPod of(Pod target, List<VolumeMount> mounts) {
        return new PinnedPod(target, mounts);
    }

    /** The pod with a container that mounts the volumes, and with those of the container's own. */
    public PodSpec spec(WorkloadContainers.Work work) {
        List<VolumeMount> all = Stream.concat(
                        work.container().getVolumeMounts().stream(),
                        mounts.stream().map(this::readOnly))
                .toList();
        return new PodSpecBuilder()
                .withRestartPolicy("Never")
                .withContainers(new ContainerBuilder(work.container())
                        .withVolumeMounts(all)
                        .build())
                .withVolumes(Stream.concat(work.volumes().stream(), SharedVolumes.of(target, mounts).stream())
                        .toList())
                .withTolerations(target.getSpec().getTolerations())
                .withImagePullSecrets(target.getSpec().getImagePullSecrets())
                .build();
    }

    /** Only the mount is read only: a volume that is attached for writing may not be attached for reading as well. */
    private VolumeMount readOnly(VolumeMount mount) {
        VolumeMountBuilder builder = new VolumeMountBuilder(mount).withReadOnly(true);
        if (mount.getSubPathExpr() != null) {
            builder.withSubPathExpr(mount.getSubPathExpr()
                    .replace(POD_NAME, target.getMetadata().getName()));
        }
        return builder.build();
    }

    /** Users and groups of the pod, as a sidecar has them. Files are not given to its group anew: they belong to it. */
    public PodSecurityContext securityContext() {
        PodSecurityContext present = target.getSpec().getSecurityContext();
        PodSecurityContextBuilder builder =
                present == null ? new PodSecurityContextBuilder() : new PodSecurityContextBuilder(present);
        if (builder.getFsGroup() != null) {
            builder.withFsGroupChangePolicy("OnRootMismatch");
        }
        return builder.withSysctls().build();
    }

    /** A job of which the pod runs where this one does, whatever its settings say. */
    public Job onItsNode(Job job) {
        return new JobBuilder(job)
                .editSpec()
                .editTemplate()
                .editSpec()
                .withNodeName(null)
                .withNodeSelector(Map.of())
                .withTopologySpreadConstraints()
                .withAffinity(new AffinityBuilder()
                        .withNewNodeAffinity()
                        .withNewRequiredDuringSchedulingIgnoredDuringExecution()
                        .addNewNodeSelectorTerm()
                        .addToMatchFields(new NodeSelectorRequirement(
                                "metadata.name", "In", List.of(target.getSpec().getNodeName())))
                        .endNodeSelectorTerm()
                        .endRequiredDuringSchedulingIgnoredDuringExecution()
                        .endNodeAffinity()
                        .build())
                .endSpec()
                .endTemplate()
                .endSpec()
                .build();
    }
}
