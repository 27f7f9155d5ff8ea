package dev.coffer.operator.controller.repository;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.operator.api.backup.BackupConfiguration;
import dev.coffer.operator.api.condition.Condition;
import dev.coffer.operator.api.condition.ConditionStatus;
import dev.coffer.operator.api.condition.ConditionType;
import dev.coffer.operator.api.event.Event;
import dev.coffer.operator.api.repository.Repository;
import dev.coffer.operator.api.restore.RestoreSession;
import dev.coffer.operator.controller.TestServices;
import dev.coffer.operator.controller.pod.PullSecrets;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.server.mock.EnableKubernetesMockClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@NullUnmarked
@EnableKubernetesMockClient(crud = true, https = false)
class WipeOutTest {

    private static final String JOB = "coffer-wipe-out-store";

    private KubernetesClient client;
    private WipeOut wipeOut;

    @BeforeEach
    void prepare() {
        wipeOut = new WipeOut(TestServices.of(client));
        create("""
                {"apiVersion": "v1", "kind": "Secret", "metadata": {"name": "secret", "namespace": "demo"},
                 "data": {"RESTIC_PASSWORD": "eA=="}}""", Secret.class);
    }

    @Test
    void without_wipe_out_a_repository_goes_and_nothing_is_touched() {
        assertThat(wipeOut.advance(repository(false, ""), Instant.now())).isEmpty();
        assertThat(job()).isNull();
    }

    @Test
    void a_job_where_the_repository_is_removes_what_is_stored() {
        assertThat(advance().condition().message()).isEqualTo("Job coffer-wipe-out-store removes what is stored");
        assertThat(job().getSpec().getTemplate().getSpec().getContainers())
                .singleElement()
                .satisfies(container -> assertThat(container.getArgs())
                        .containsExactly("wipe-out", "--namespace=demo", "--repository=store"));
        assertThat(job().getMetadata().getOwnerReferences())
                .singleElement()
                .satisfies(owner -> assertThat(owner.getName()).isEqualTo("store"));
    }

    @Test
    void the_job_may_read_that_secret_and_write_that_status() {
        advance();
        assertThat(client.rbac().roles().inNamespace("demo").list().getItems())
                .singleElement()
                .satisfies(role -> assertThat(role.getRules())
                        .anyMatch(rule -> rule.getResourceNames().equals(List.of("secret")))
                        .anyMatch(rule -> rule.getResources().contains("repositories/status")));
    }

    @Test
    void the_job_gets_copies_of_pull_secrets_that_go_with_the_repository() {
        create(TestServices.pullSecret("coffer", "registry"), Secret.class);
        new WipeOut(TestServices.of(client, "registry")).advance(repository(true, ""), Instant.now());
        assertThat(PullSecrets.names(job().getSpec().getTemplate().getSpec().getImagePullSecrets()))
                .containsExactly("registry-repository-store");
        assertThat(client.secrets()
                        .inNamespace("demo")
                        .withName("registry-repository-store")
                        .get()
                        .getMetadata()
                        .getOwnerReferences())
                .extracting(OwnerReference::getUid)
                .containsExactly("u");
    }

    @Test
    void as_long_as_a_backup_is_configured_it_waits() {
        create("""
                {"apiVersion": "stash.appscode.com/v1beta1", "kind": "BackupConfiguration",
                 "metadata": {"name": "photos", "namespace": "other"},
                 "spec": {"repository": {"name": "store", "namespace": "demo"},
                    "retentionPolicy": {"name": "keep", "prune": true}}}""", BackupConfiguration.class);
        assertWaits("BackupConfiguration other/photos still uses this Repository", "spec.wipeOut to false");
    }

    @Test
    void a_restore_that_has_ended_is_no_reason_to_wait() {
        create(restore("Running"), RestoreSession.class);
        assertWaits("RestoreSession demo/back");
        client.resources(RestoreSession.class).inNamespace("demo").delete();
        create(restore("Failed"), RestoreSession.class);
        advance();
        assertThat(job()).isNotNull();
    }

    @Test
    void without_the_secret_it_says_so_and_names_the_way_out() {
        client.secrets().inNamespace("demo").withName("secret").delete();
        assertWaits("There is no Secret demo/secret", "spec.wipeOut to false");
    }

    @Test
    void once_the_job_has_reported_success_the_repository_goes() {
        String done = """
                , "status": {"conditions": [{"type": "WipedOut", "status": "True",
                    "lastTransitionTime": "2026-03-01T00:00:00Z"}]}""";
        assertThat(wipeOut.advance(repository(true, done), Instant.now())).isEmpty();
    }

    @Test
    void a_job_that_has_failed_is_followed_by_another() {
        advance();
        client.resource(job()).subresource("status").patch(PatchContext.of(PatchType.JSON_MERGE), """
                {"status": {"conditions": [{"type": "Complete", "status": "True"}]}}""");
        Instant now = Instant.now();
        assertThat(wipeOut.advance(repository(true, ""), now)).hasValueSatisfying(step -> {
            assertThat(step.condition().status()).isEqualTo(ConditionStatus.FALSE);
            assertThat(step.observed()).isTrue();
        });
        assertThat(job()).isNotNull();
        wipeOut.advance(repository(true, ""), now.plus(Duration.ofMinutes(10)));
        assertThat(job()).isNull();
        advance();
        assertThat(job()).isNotNull();
    }

    @Test
    void what_the_job_says_counts_more_than_what_is_seen_of_it() {
        Condition reported = condition(ConditionStatus.FALSE, "The bucket refuses access");
        Condition seen = condition(ConditionStatus.FALSE, "The job is over");
        assertThat(new WipeOut.Step(seen, true, false).in(List.of(reported))).containsExactly(reported);
        Condition again = condition(ConditionStatus.UNKNOWN, "Another job removes what is stored");
        assertThat(new WipeOut.Step(again, false, true).in(List.of(reported))).containsExactly(again);
    }

    @Test
    void work_is_no_trouble_and_waiting_is() {
        Condition working = condition(ConditionStatus.UNKNOWN, "A job removes what is stored");
        assertThat(new WipeOut.Step(working, true, true).events(List.of(working)))
                .extracting(Event::type)
                .containsExactly("Normal");
        assertThat(new WipeOut.Step(working, true, false).events(List.of(working)))
                .extracting(Event::type)
                .containsExactly("Warning");
    }

    @Test
    void where_no_job_can_run_any_more_the_repository_goes() {
        create("""
                {"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": "demo", "finalizers": ["example.com/a"]}}""", Namespace.class);
        client.namespaces().withName("demo").delete();
        assertThat(wipeOut.advance(repository(true, ""), Instant.now())).isEmpty();
    }

    private WipeOut.Step advance() {
        return wipeOut.advance(repository(true, ""), Instant.now()).orElseThrow();
    }

    private void assertWaits(String... words) {
        WipeOut.Step step = advance();
        assertThat(step.condition().status()).isEqualTo(ConditionStatus.UNKNOWN);
        assertThat(step.condition().message()).contains(words);
        assertThat(job()).isNull();
    }

    private Job job() {
        return client.batch().v1().jobs().inNamespace("demo").withName(JOB).get();
    }

    private static Condition condition(ConditionStatus status, String message) {
        return ConditionType.WIPED_OUT.is(status, message, Instant.EPOCH);
    }

    private static String restore(String phase) {
        return """
                {"apiVersion": "stash.appscode.com/v1beta1", "kind": "RestoreSession",
                 "metadata": {"name": "back", "namespace": "demo"},
                 "spec": {"repository": {"name": "store"}}, "status": {"phase": "%s"}}""".formatted(phase);
    }

    private Repository repository(boolean wipeOut, String more) {
        return read("""
                {"apiVersion": "stash.appscode.com/v1alpha1", "kind": "Repository",
                 "metadata": {"name": "store", "namespace": "demo", "uid": "u", "finalizers": ["stash"],
                    "deletionTimestamp": "2026-03-01T00:00:00Z"},
                 "spec": {"wipeOut": %s, "backend": {"storageSecretName": "secret", "s3": {"bucket": "b"}}}%s}""".formatted(wipeOut, more), Repository.class);
    }

    private <T extends HasMetadata> void create(String json, Class<T> type) {
        client.resource(read(json, type)).create();
    }

    private <T> T read(String json, Class<T> type) {
        return client.getKubernetesSerialization().unmarshal(json, type);
    }
}
