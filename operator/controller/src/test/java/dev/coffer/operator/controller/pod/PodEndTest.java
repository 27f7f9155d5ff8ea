package dev.coffer.operator.controller.pod;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.operator.api.client.Clients;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.List;
import org.junit.jupiter.api.Test;

class PodEndTest {

    @Test
    void a_container_without_memory_asks_for_more() {
        assertThat(PodEnd.reason(List.of(pod("""
                {"initContainerStatuses": [
                    {"name": "pvc-backup-0", "state": {"terminated": {"exitCode": 137, "reason": "OOMKilled"}}}]}"""))))
                .hasValueSatisfying(
                        reason -> assertThat(reason).contains("pvc-backup-0", "out of memory", "resources"));
    }

    @Test
    void a_pod_that_was_evicted_says_why() {
        assertThat(PodEnd.reason(List.of(pod("""
                {"phase": "Failed", "reason": "Evicted",
                 "message": "Usage of EmptyDir volume \\"stash-tmp-dir\\" exceeds the limit \\"1Gi\\"."}"""))))
                .hasValueSatisfying(reason -> assertThat(reason).contains("Evicted", "stash-tmp-dir"));
    }

    @Test
    void a_pod_that_has_done_its_work_has_not_failed() {
        assertThat(PodEnd.reason(List.of(pod("""
                {"containerStatuses": [{"name": "done", "state": {"terminated": {"exitCode": 0}}}]}""")))).isEmpty();
    }

    private static Pod pod(String status) {
        return Clients.serialization().unmarshal("""
                {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "stash-backup-1"}, "status": %s}""".formatted(status), Pod.class);
    }
}
