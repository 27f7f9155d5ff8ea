package dev.coffer.operator.controller.restoresession;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.operator.api.repository.Repository;
import dev.coffer.operator.api.restore.RestoreSession;
import dev.coffer.operator.controller.TestServices;
import dev.coffer.operator.controller.workload.WorkloadKind;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.server.mock.EnableKubernetesMockClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked
@EnableKubernetesMockClient(crud = true, https = false)
class WorkloadRestoreTest {

    private KubernetesClient client;

    @Test
    void a_host_that_fails_again_and_again_is_told_with_its_error() {
        assertThat(obstacle("", "{\"hostname\": \"host-0\", \"phase\": \"Failed\", \"error\": \"No space is left.\"}"))
                .isEqualTo("Host host-0 could not be restored, and its pod tries again until it succeeds or the"
                        + " RestoreSession is removed: No space is left.");
    }

    @Test
    void it_is_told_how_long_that_may_go_on() {
        assertThat(obstacle("\"timeOut\": \"1h\",", "{\"hostname\": \"host-0\", \"phase\": \"Failed\"}"))
                .contains("until spec.timeOut, 1h");
    }

    @Test
    void a_pod_that_cannot_start_is_told() {
        client.resource(read("""
                {"apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"name": "web", "namespace": "demo"},
                 "spec": {"selector": {"matchLabels": {"app": "web"}}, "template": {"spec": {}}}}""", Deployment.class)).create();
        client.resource(read("""
                {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "web-1", "namespace": "demo",
                    "labels": {"app": "web"}},
                 "status": {"initContainerStatuses": [{"name": "stash-init", "state": {"waiting":
                    {"reason": "ErrImagePull", "message": "not found"}}}]}}""", Pod.class)).create();
        assertThat(obstacle("", "{\"hostname\": \"host-0\", \"phase\": \"Running\"}"))
                .startsWith("A pod of Deployment does not restore. Pod web-1 does not start: ErrImagePull: not found");
    }

    @Test
    void a_host_at_work_has_no_obstacle() {
        assertThat(obstacle("", "{\"hostname\": \"host-0\", \"phase\": \"Running\"}"))
                .isEmpty();
    }

    private String obstacle(String spec, String host) {
        RestoreSession session = read("""
                {"apiVersion": "stash.appscode.com/v1beta1", "kind": "RestoreSession",
                 "metadata": {"name": "back", "namespace": "demo"},
                 "spec": {%s "target": {"ref": {"kind": "Deployment", "name": "web"}}},
                 "status": {"totalHosts": 2, "stats": [%s]}}""".formatted(spec, host), RestoreSession.class);
        WorkloadRestore restore = new WorkloadRestore(TestServices.of(client), InstantSource.system());
        return restore.obstacle(
                        new RestoreWork(session, session.getSpec().target(), new Repository()),
                        WorkloadKind.DEPLOYMENT,
                        Instant.now().plus(Duration.ofHours(1)))
                .orElse("");
    }

    private <T> T read(String json, Class<T> type) {
        return client.getKubernetesSerialization().unmarshal(json, type);
    }
}
