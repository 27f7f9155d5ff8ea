package dev.coffer.operator.controller.restoresession;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.operator.controller.FakeApiServer;
import dev.coffer.operator.controller.TestServices;
import dev.coffer.operator.controller.workload.InvokerInjection;
import dev.coffer.operator.controller.workload.Workload;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InitContainerInjectionsTest {

    private final FakeApiServer server = new FakeApiServer();
    private final InitContainerInjections injections =
            new InitContainerInjections(TestServices.of(server.client(), "registry"), InstantSource.system());

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
    void a_workload_that_is_to_be_restored_gets_the_init_container() {
        session("a", "2026-03-01T06:00:00Z", "Pending");
        assertThat(forNew("db")).hasValueSatisfying(wanted -> {
            assertThat(wanted.invokerName()).isEqualTo("a");
            assertThat(wanted.injection().container().getName()).isEqualTo("stash-init");
        });
        assertThat(forNew("other")).isEmpty();
    }

    @Test
    void of_several_restores_the_newest_counts() {
        session("a", "2026-03-01T06:00:00Z", "Running");
        session("b", "2026-03-02T06:00:00Z", "Running");
        assertThat(forNew("db")).map(InvokerInjection::invokerName).contains("b");
    }

    @Test
    void a_restore_that_has_ended_is_not_begun_again() {
        session("a", "2026-03-01T06:00:00Z", "Succeeded");
        assertThat(forNew("db")).isEmpty();
    }

    @Test
    void the_copy_of_a_pull_secret_that_the_restore_will_have_is_named() {
        server.create(TestServices.pullSecret("coffer", "registry"));
        session("a", "2026-03-01T06:00:00Z", "Pending");
        assertThat(forNew("db"))
                .hasValueSatisfying(
                        wanted -> assertThat(wanted.injection().pullSecrets().copies())
                                .containsExactly("registry-restoresession-a"));
    }

    private Optional<InvokerInjection> forNew(String name) {
        StatefulSet set =
                server.client().getKubernetesSerialization().unmarshal("""
                {"apiVersion": "apps/v1", "kind": "StatefulSet", "metadata": {"name": "%s"},
                 "spec": {"template": {"spec": {}}}}""".formatted(name), StatefulSet.class);
        return injections.forNew("demo", Workload.of(set));
    }

    private void session(String name, String created, String phase) {
        server.create("""
                {"apiVersion": "stash.appscode.com/v1beta1", "kind": "RestoreSession",
                 "metadata": {"name": "%s", "namespace": "demo", "creationTimestamp": "%s"},
                 "spec": {"repository": {"name": "store"},
                    "target": {"ref": {"apiVersion": "apps/v1", "kind": "StatefulSet", "name": "db"}}},
                 "status": {"phase": "%s"}}""".formatted(name, created, phase));
    }
}
