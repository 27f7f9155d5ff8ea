package dev.coffer.operator.controller.invoker;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.server.mock.EnableKubernetesMockClient;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked
@EnableKubernetesMockClient(crud = true, https = false)
class JobWatchTest {

    private static final String WAITING = """
            {"containerStatuses": [{"name": "a", "state": {"waiting":
                {"reason": "ErrImagePull", "message": "not found"}}}]}""";

    private KubernetesClient client;

    @Test
    void a_job_that_is_gone_gives_no_result() {
        assertThat(watch().end("demo", "work", Instant.now())).contains("Job work is gone, and has left no result.");
    }

    @Test
    void a_job_that_is_over_says_why_its_pod_has_failed() {
        job("""
                {"conditions": [{"type": "Failed", "status": "True", "reason": "BackoffLimitExceeded"}]}""");
        pod("""
                {"containerStatuses": [{"name": "a", "state": {"terminated": {"exitCode": 137, "reason": "OOMKilled"}}}]}""");
        assertThat(watch().end("demo", "work", Instant.now()))
                .hasValueSatisfying(end -> assertThat(end).contains("BackoffLimitExceeded", "out of memory"));
    }

    @Test
    void a_job_at_work_has_not_ended_and_has_no_obstacle() {
        job("{}");
        pod("{\"containerStatuses\": [{\"name\": \"a\", \"state\": {\"running\": {}}}]}");
        Instant late = Instant.now().plus(Duration.ofHours(1));
        assertThat(watch().end("demo", "work", late)).isEmpty();
        assertThat(watch().obstacle("demo", "work", late)).isEmpty();
    }

    @Test
    void what_keeps_its_pod_from_starting_is_told_soon_and_ends_it_later() {
        job("{}");
        pod(WAITING);
        Instant soon = Instant.now().plus(Duration.ofMinutes(1));
        assertThat(watch().obstacle("demo", "work", soon))
                .hasValueSatisfying(reason -> assertThat(reason).contains("ErrImagePull"));
        assertThat(watch().end("demo", "work", soon)).isEmpty();
        assertThat(watch().end("demo", "work", Instant.now().plus(Duration.ofMinutes(11))))
                .hasValueSatisfying(reason -> assertThat(reason).contains("10 minutes", "ErrImagePull"));
    }

    @Test
    void a_job_that_gets_no_pod_is_told() {
        job("{}");
        assertThat(watch().obstacle("demo", "work", Instant.now())).isEmpty();
        assertThat(watch().obstacle("demo", "work", Instant.now().plus(Duration.ofMinutes(2))))
                .hasValueSatisfying(reason -> assertThat(reason).contains("kubectl describe job work"));
    }

    private JobWatch watch() {
        return new JobWatch(client);
    }

    private void job(String status) {
        create("""
                {"apiVersion": "batch/v1", "kind": "Job", "metadata": {"name": "work", "namespace": "demo"},
                 "status": %s}""".formatted(status), Job.class);
    }

    private void pod(String status) {
        create("""
                {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "work-x", "namespace": "demo",
                    "labels": {"job-name": "work"}}, "status": %s}""".formatted(status), Pod.class);
    }

    private <T extends HasMetadata> void create(String json, Class<T> type) {
        client.resource(client.getKubernetesSerialization().unmarshal(json, type))
                .create();
    }
}
