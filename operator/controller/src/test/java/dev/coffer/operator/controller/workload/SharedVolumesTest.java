package dev.coffer.operator.controller.workload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.operator.api.client.Clients;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.VolumeMountBuilder;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SharedVolumesTest {

    private static final Pod POD = Clients.serialization().unmarshal("""
            {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "db-0"}, "spec": {"volumes": [
                {"name": "claim", "persistentVolumeClaim": {"claimName": "data-db-0"}},
                {"name": "host", "hostPath": {"path": "/srv"}},
                {"name": "nfs", "nfs": {"server": "nas", "path": "/"}},
                {"name": "settings", "configMap": {"name": "settings"}},
                {"name": "secret", "secret": {"secretName": "secret"}},
                {"name": "generic", "ephemeral": {"volumeClaimTemplate": {"spec": {}}}},
                {"name": "scratch", "emptyDir": {}},
                {"name": "inline", "csi": {"driver": "secrets"}},
                {"name": "info", "downwardAPI": {}},
                {"name": "token", "projected": {}}]}}""", Pod.class);

    @ParameterizedTest
    @ValueSource(strings = {"claim", "host", "nfs", "settings", "secret", "generic"})
    void what_is_not_the_pods_own_can_be_shared(String name) {
        assertThat(obstacle(name)).isEmpty();
        assertThat(SharedVolumes.of(POD, mounts(name)))
                .extracting(Volume::getName)
                .containsExactly(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"scratch", "inline", "info", "token"})
    void what_each_pod_has_for_itself_cannot_and_is_named(String name) {
        assertThat(obstacle("claim", name)).contains("Volume " + name + " is ", "executionModel: Workload");
    }

    @Test
    void a_volume_that_does_not_exist_is_named() {
        assertThat(obstacle("nowhere")).contains("volume nowhere");
    }

    @Test
    void a_generic_ephemeral_volume_is_the_claim_that_was_made_for_it() {
        assertThat(SharedVolumes.of(POD, mounts("generic"))
                        .getFirst()
                        .getPersistentVolumeClaim()
                        .getClaimName())
                .isEqualTo("db-0-generic");
    }

    private static String obstacle(String... names) {
        return SharedVolumes.obstacle(POD.getSpec().getVolumes(), mounts(names)).orElse("");
    }

    private static List<VolumeMount> mounts(String... names) {
        return Stream.of(names)
                .map(name -> new VolumeMountBuilder()
                        .withName(name)
                        .withMountPath("/" + name)
                        .build())
                .toList();
    }
}
