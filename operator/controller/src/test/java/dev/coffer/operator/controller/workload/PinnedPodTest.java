package dev.coffer.operator.controller.workload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.operator.api.client.Clients;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.NodeSelectorRequirement;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Toleration;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.VolumeMountBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

class PinnedPodTest {

    private static final Pod TARGET = Clients.serialization().unmarshal("""
            {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "db-0"}, "spec": {
                "nodeName": "node-7",
                "tolerations": [{"key": "disk", "operator": "Exists"}],
                "securityContext": {"runAsUser": 1000, "fsGroup": 2000, "sysctls": [{"name": "a", "value": "b"}]},
                "volumes": [{"name": "data", "persistentVolumeClaim": {"claimName": "data-db-0"}},
                    {"name": "other", "emptyDir": {}}]}}""", Pod.class);

    private static final PinnedPod PINNED = PinnedPod.of(
            TARGET,
            List.of(new VolumeMountBuilder()
                    .withName("data")
                    .withMountPath("/var/lib/db")
                    .withSubPathExpr("$(POD_NAME)/$(NODE_NAME)")
                    .build()));

    @Test
    void it_mounts_what_is_read_where_the_target_says_and_cannot_write() {
        PodSpec spec = spec();
        assertThat(spec.getVolumes()).extracting(Volume::getName).containsExactly("data");
        assertThat(spec.getContainers().getFirst().getVolumeMounts())
                .singleElement()
                .returns("/var/lib/db", VolumeMount::getMountPath)
                .returns(true, VolumeMount::getReadOnly);
        assertThat(spec.getVolumes().getFirst().getPersistentVolumeClaim().getReadOnly())
                .isNull();
    }

    @Test
    void folders_named_after_the_pod_are_those_of_the_other_pod() {
        assertThat(spec().getContainers()
                        .getFirst()
                        .getVolumeMounts()
                        .getFirst()
                        .getSubPathExpr())
                .isEqualTo("db-0/$(NODE_NAME)");
    }

    @Test
    void it_has_the_users_of_the_other_pod_and_does_not_give_its_files_to_them_anew() {
        assertThat(PINNED.securityContext().getRunAsUser()).isEqualTo(1000);
        assertThat(PINNED.securityContext().getFsGroup()).isEqualTo(2000);
        assertThat(PINNED.securityContext().getFsGroupChangePolicy()).isEqualTo("OnRootMismatch");
        assertThat(PINNED.securityContext().getSysctls()).isEmpty();
    }

    @Test
    void it_runs_on_the_node_of_the_other_pod_whatever_its_settings_say() {
        Job job = PINNED.onItsNode(new JobBuilder()
                .withNewSpec()
                .withNewTemplate()
                .withNewSpecLike(spec())
                .withNodeName("elsewhere")
                .addToNodeSelector("disk", "fast")
                .endSpec()
                .endTemplate()
                .endSpec()
                .build());
        PodSpec spec = job.getSpec().getTemplate().getSpec();
        assertThat(spec.getNodeName()).isNull();
        assertThat(spec.getNodeSelector()).isEmpty();
        assertThat(spec.getTolerations()).extracting(Toleration::getKey).containsExactly("disk");
        assertThat(spec.getAffinity()
                        .getNodeAffinity()
                        .getRequiredDuringSchedulingIgnoredDuringExecution()
                        .getNodeSelectorTerms())
                .singleElement()
                .satisfies(term -> assertThat(term.getMatchFields())
                        .containsExactly(new NodeSelectorRequirement("metadata.name", "In", List.of("node-7"))));
    }

    private static PodSpec spec() {
        return PINNED.spec(new WorkloadContainers.Work(
                new ContainerBuilder().withName("backup").build(), List.of()));
    }
}
