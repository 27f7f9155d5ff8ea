package dev.coffer.operator.controller.backupconfiguration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.operator.api.Annotations;
import dev.coffer.operator.api.ExecutionModel;
import dev.coffer.operator.controller.FakeApiServer;
import dev.coffer.operator.controller.TestServices;
import dev.coffer.operator.controller.invoker.ExecutionModels;
import dev.coffer.operator.controller.workload.InvokerInjection;
import dev.coffer.operator.controller.workload.Workload;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SidecarInjectionsTest {

    private static final String REF = """
            "target": {"ref": {"apiVersion": "apps/v1", "kind": "Deployment", "name": "web"}}""";

    private final FakeApiServer server = new FakeApiServer();
    private final SidecarInjections injections = new SidecarInjections(
            TestServices.of(server.client(), "registry"),
            new ExecutionModels(server.client(), ExecutionModel.WORKLOAD),
            InstantSource.system());

    @BeforeEach
    void store() {
        server.create("""
                {"apiVersion": "v1", "kind": "Secret", "metadata": {"name": "secret", "namespace": "demo"},
                 "data": {"RESTIC_PASSWORD": "eA=="}}""", """
                {"apiVersion": "stash.appscode.com/v1alpha1", "kind": "Repository",
                 "metadata": {"name": "store", "namespace": "demo"},
                 "spec": {"backend": {"storageSecretName": "secret",
                    "local": {"mountPath": "/repository", "hostPath": {"path": "/srv"}}}}}""");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void the_target_of_a_configuration_gets_its_sidecar() {
        configuration("a", "2026-03-01T06:00:00Z", "store", REF);
        assertThat(forNew("web")).hasValueSatisfying(wanted -> {
            assertThat(wanted.invokerName()).isEqualTo("a");
            assertThat(wanted.injection().container().getName()).isEqualTo("stash");
        });
        assertThat(forNew("other")).isEmpty();
    }

    @Test
    void of_several_the_newest_has_its_sidecar_in_it() {
        configuration("a", "2026-03-01T06:00:00Z", "store", REF);
        configuration("b", "2026-03-02T06:00:00Z", "store", REF);
        assertThat(forNew("web")).map(InvokerInjection::invokerName).contains("b");
    }

    @Test
    void without_a_repository_there_is_nothing_to_wait_for() {
        configuration("a", "2026-03-01T06:00:00Z", "none", REF);
        assertThat(forNew("web")).isEmpty();
    }

    @Test
    void nor_is_there_with_a_configuration_that_is_invalid() {
        configuration("a", "2026-03-01T06:00:00Z", "store", REF + ", \"schedule\": \"never\"");
        assertThat(forNew("web")).isEmpty();
    }

    @Test
    void a_workload_that_a_task_backs_up_needs_none() {
        configuration("a", "2026-03-01T06:00:00Z", "store", REF + ", \"task\": {\"name\": \"kubedump\"}");
        assertThat(forNew("web")).isEmpty();
    }

    @Test
    void nor_does_one_that_asks_for_jobs() {
        configuration("a", "2026-03-01T06:00:00Z", "store", REF);
        Deployment deployment = deployment("web");
        deployment.getMetadata().setAnnotations(Map.of(Annotations.EXECUTION_MODEL, "Job"));
        assertThat(injections.forNew("demo", Workload.of(deployment))).isEmpty();
    }

    @Test
    void the_copy_of_a_pull_secret_that_the_controller_will_make_is_named_and_not_made() {
        server.create(TestServices.pullSecret("coffer", "registry"));
        configuration("a", "2026-03-01T06:00:00Z", "store", REF);
        assertThat(forNew("web"))
                .hasValueSatisfying(
                        wanted -> assertThat(wanted.injection().pullSecrets().copies())
                                .containsExactly("registry-backupconfiguration-a"));
        assertThat(server.client().secrets().inNamespace("demo").list().getItems())
                .extracting(secret -> secret.getMetadata().getName())
                .containsExactly("secret");
    }

    private Optional<InvokerInjection> forNew(String name) {
        return injections.forNew("demo", Workload.of(deployment(name)));
    }

    private Deployment deployment(String name) {
        return server.client().getKubernetesSerialization().unmarshal("""
                {"apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"name": "%s"},
                 "spec": {"template": {"spec": {}}}}""".formatted(name), Deployment.class);
    }

    private void configuration(String name, String created, String repository, String rest) {
        server.create("""
                {"apiVersion": "stash.appscode.com/v1beta1", "kind": "BackupConfiguration",
                 "metadata": {"name": "%s", "namespace": "demo", "creationTimestamp": "%s"},
                 "spec": {"repository": {"name": "%s"}, %s}}""".formatted(name, created, repository, rest));
    }
}
