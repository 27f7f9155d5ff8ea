package dev.coffer.operator.controller.invoker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.operator.api.VolumeClaimTemplate;
import dev.coffer.operator.controller.cluster.ClusterObjects;
import dev.coffer.operator.controller.pod.MountedVolume;
import dev.coffer.operator.controller.task.InvalidTaskException;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.server.mock.EnableKubernetesMockClient;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked
@EnableKubernetesMockClient(crud = true, https = false)
class InterimVolumesTest {

    private KubernetesClient client;

    @Test
    void a_claim_is_made_that_goes_with_the_session() throws InvalidTaskException {
        MountedVolume volume = ensure("uid-1");
        assertThat(volume.mount().getMountPath()).isEqualTo("/stash-interim-volume");
        assertThat(volume.volume().getPersistentVolumeClaim().getClaimName()).isEqualTo("db-1-dump");
        PersistentVolumeClaim claim = client.persistentVolumeClaims()
                .inNamespace("demo")
                .withName("db-1-dump")
                .get();
        assertThat(claim.getMetadata().getOwnerReferences())
                .extracting(OwnerReference::getUid)
                .containsExactly("uid-1");
        assertThat(claim.getMetadata().getLabels())
                .containsEntry("team", "shop")
                .containsEntry("own", "yes");
        assertThat(claim.getSpec().getStorageClassName()).isEqualTo("fast");
    }

    @Test
    void it_is_made_once() throws InvalidTaskException {
        ensure("uid-1");
        ensure("uid-1");
        assertThat(client.persistentVolumeClaims().inNamespace("demo").list().getItems())
                .hasSize(1);
    }

    @Test
    void the_claim_of_somebody_else_is_left_alone() throws InvalidTaskException {
        ensure("uid-1");
        assertThatThrownBy(() -> ensure("uid-2"))
                .isInstanceOf(InvalidTaskException.class)
                .hasMessageContaining("db-1-dump");
    }

    private MountedVolume ensure(String owner) throws InvalidTaskException {
        VolumeClaimTemplate template = client.getKubernetesSerialization().unmarshal("""
                {"metadata": {"name": "dump", "labels": {"team": "shop"}},
                 "spec": {"storageClassName": "fast", "accessModes": ["ReadWriteOnce"]}}""", VolumeClaimTemplate.class);
        Jobs.Origin origin = new Jobs.Origin(
                "demo",
                Map.of("own", "yes"),
                new OwnerReferenceBuilder().withName("db-1").withUid(owner).build(),
                null);
        return new InterimVolumes(client, new ClusterObjects(client)).ensure(template, origin);
    }
}
