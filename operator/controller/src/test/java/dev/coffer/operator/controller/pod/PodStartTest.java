package dev.coffer.operator.controller.pod;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.operator.api.client.Clients;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PodStartTest {

    private static final Instant CREATED = Instant.parse("2026-03-01T00:00:00Z");

    @Test
    void a_pod_whose_init_container_runs_has_started_though_it_is_pending() {
        Pod pod = pod("""
                {"phase": "Pending", "initContainerStatuses": [{"name": "a", "state": {"running": {}}}],
                 "containerStatuses": [{"name": "b", "state": {"waiting": {"reason": "PodInitializing"}}}]}""");
        assertThat(PodStart.hasHappened(List.of(pod))).isTrue();
    }

    @Test
    void an_image_that_cannot_be_pulled_is_named_with_what_to_do() {
        Pod pod = pod("""
                {"containerStatuses": [{"name": "b", "state": {"waiting":
                    {"reason": "ImagePullBackOff", "message": "Back-off pulling image nowhere:1"}}}]}""");
        assertThat(PodStart.hasHappened(List.of(pod))).isFalse();
        assertThat(PodStart.obstacle(List.of(pod), CREATED.plusSeconds(20)))
                .contains("Pod web-1 does not start: ImagePullBackOff: Back-off pulling image nowhere:1. "
                        + "Check the name of the image, and that the node may pull it (imagePullSecrets).");
    }

    @Test
    void a_pod_that_no_node_takes_says_why() {
        Pod pod = pod("""
                {"conditions": [{"type": "PodScheduled", "status": "False", "reason": "Unschedulable",
                    "message": "0/1 nodes are available"}]}""");
        assertThat(PodStart.obstacle(List.of(pod), CREATED.plusSeconds(20)))
                .hasValueSatisfying(reason -> assertThat(reason).contains("Unschedulable: 0/1 nodes are available"));
    }

    @Test
    void what_keeps_a_new_pod_may_pass() {
        Pod pod = pod("""
                {"conditions": [{"type": "PodScheduled", "status": "False", "reason": "Unschedulable",
                    "message": "0/1 nodes are available"}]}""");
        assertThat(PodStart.obstacle(List.of(pod), CREATED.plusSeconds(1))).isEmpty();
    }

    @Test
    void a_pod_that_has_not_started_for_long_is_told_even_if_it_does_not_complain() {
        Pod pod = pod("""
                {"containerStatuses": [{"name": "b", "state": {"waiting": {"reason": "ContainerCreating"}}}]}""");
        assertThat(PodStart.obstacle(List.of(pod), CREATED.plusSeconds(60))).isEmpty();
        assertThat(PodStart.obstacle(List.of(pod), CREATED.plusSeconds(300)))
                .hasValueSatisfying(reason -> assertThat(reason).contains("kubectl describe pod web-1"));
    }

    @Test
    void without_any_pod_nothing_has_started() {
        assertThat(PodStart.hasHappened(List.of())).isFalse();
        assertThat(PodStart.obstacle(List.of(), CREATED)).isEmpty();
    }

    private static Pod pod(String status) {
        return Clients.serialization().unmarshal("""
                {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "web-1", "creationTimestamp": "%s"},
                 "status": %s}""".formatted(CREATED, status), Pod.class);
    }
}
