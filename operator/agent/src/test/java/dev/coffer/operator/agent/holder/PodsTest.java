package dev.coffer.operator.agent.holder;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.server.mock.EnableKubernetesMockClient;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked
@EnableKubernetesMockClient(crud = true, https = false)
class PodsTest {

    private KubernetesMockServer server;
    private KubernetesClient client;

    @Test
    void a_pod_that_runs_is_not_gone() {
        assertThat(new Pods(client).isGone(identity(create("Running")))).isFalse();
    }

    @Test
    void a_pod_that_has_ended_is_gone() {
        assertThat(new Pods(client).isGone(identity(create("Failed")))).isTrue();
    }

    @Test
    void a_pod_that_was_removed_is_gone() {
        Pod pod = create("Running");
        client.resource(pod).delete();
        assertThat(new Pods(client).isGone(identity(pod))).isTrue();
    }

    @Test
    void a_later_pod_of_the_same_name_is_another_one() {
        create("Running");
        assertThat(new Pods(client).isGone(new PodIdentity("demo", "web-a", "an earlier one")))
                .isTrue();
    }

    @Test
    void a_pod_that_may_not_be_read_counts_as_running() {
        server.expect()
                .get()
                .withPath("/api/v1/namespaces/other/pods/web-a")
                .andReturn(403, "no")
                .always();
        assertThat(new Pods(client).isGone(new PodIdentity("other", "web-a", "1")))
                .isFalse();
    }

    @Test
    void the_own_pod_is_found_by_its_name() {
        Pod pod = create("Running", client.getNamespace());
        assertThat(new Pods(client).own(Map.of("POD_NAME", "web-a")))
                .contains(new PodIdentity(
                        client.getNamespace(), "web-a", pod.getMetadata().getUid()));
    }

    @Test
    void outside_of_the_cluster_there_is_no_own_pod() {
        assertThat(new Pods(client).own(Map.of("HOSTNAME", "laptop"))).isEmpty();
    }

    @Test
    void a_pod_is_found_again_in_the_host_name_of_its_locks() {
        PodIdentity pod = new PodIdentity("demo", "web-a", "1");
        assertThat(PodIdentity.parse(pod.holder().hostname())).contains(pod);
    }

    @Test
    void a_real_host_name_is_no_pod() {
        assertThat(PodIdentity.parse("web-a.example.org")).isEqualTo(Optional.empty());
    }

    private Pod create(String phase) {
        return create(phase, "demo");
    }

    private Pod create(String phase, String namespace) {
        return client.resource(new PodBuilder()
                        .withNewMetadata()
                        .withNamespace(namespace)
                        .withName("web-a")
                        .endMetadata()
                        .withNewStatus()
                        .withPhase(phase)
                        .endStatus()
                        .build())
                .create();
    }

    private static PodIdentity identity(Pod pod) {
        return new PodIdentity("demo", "web-a", pod.getMetadata().getUid());
    }
}
