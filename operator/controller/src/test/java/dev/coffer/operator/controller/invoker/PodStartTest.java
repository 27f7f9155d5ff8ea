package dev.coffer.operator.controller.invoker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.operator.api.client.Clients;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.List;
import org.junit.jupiter.api.Test;

class PodStartTest {

    @Test
    void a_pod_whose_init_container_runs_has_started_though_it_is_pending() {
        Pod pod = pod("""
                {"phase": "Pending", "initContainerStatuses": [{"name": "a", "state": {"running": {}}}],
                 "containerStatuses": [{"name": "b", "state": {"waiting": {"reason": "PodInitializing"}}}]}""");
        assertThat(PodStart.hasHappened(List.of(pod))).isTrue();
    }

    @Test
    void an_image_that_cannot_be_pulled_is_named() {
        Pod pod = pod("""
                {"containerStatuses": [{"name": "b", "state": {"waiting":
                    {"reason": "ImagePullBackOff", "message": "Back-off pulling image nowhere:1"}}}]}""");
        assertThat(PodStart.hasHappened(List.of(pod))).isFalse();
        assertThat(PodStart.obstacle(List.of(pod))).contains("ImagePullBackOff: Back-off pulling image nowhere:1");
    }

    @Test
    void a_pod_that_no_node_takes_says_why() {
        Pod pod = pod("""
                {"conditions": [{"type": "PodScheduled", "status": "False", "reason": "Unschedulable",
                    "message": "0/1 nodes are available"}]}""");
        assertThat(PodStart.obstacle(List.of(pod))).contains("Unschedulable: 0/1 nodes are available");
    }

    @Test
    void without_any_pod_nothing_has_started() {
        assertThat(PodStart.hasHappened(List.of())).isFalse();
        assertThat(PodStart.obstacle(List.of())).isEmpty();
    }

    private static Pod pod(String status) {
        return Clients.serialization().unmarshal("""
                {"apiVersion": "v1", "kind": "Pod", "status": %s}""".formatted(status), Pod.class);
    }
}
