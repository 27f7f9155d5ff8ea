package dev.coffer.operator.controller.workload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.operator.controller.FakeApiServer;
import dev.coffer.operator.controller.cluster.ClusterObjects;
import dev.coffer.operator.controller.pod.PullSecrets;
import dev.coffer.operator.controller.workload.Injection.Place;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeploymentConfigTest {

    private static final String CONFIG = """
            {"apiVersion": "apps.openshift.io/v1", "kind": "DeploymentConfig",
             "metadata": {"name": "web", "namespace": "demo", "annotations": {"a": "b"}},
             "spec": {"replicas": 2, "minReadySeconds": 5, "revisionHistoryLimit": 3, "test": true, "paused": false,
                "selector": {"app": "web"},
                "strategy": {"type": "Rolling", "activeDeadlineSeconds": 21600, "labels": {"app": "web"},
                    "rollingParams": {"timeoutSeconds": 600, "maxSurge": "25%"}},
                "triggers": [{"type": "ConfigChange"}, {"type": "ImageChange", "imageChangeParams": {
                    "automatic": true, "containerNames": ["web"], "from": {"kind": "ImageStreamTag", "name": "web:1"}}}],
                "template": {"metadata": {"labels": {"app": "web"}, "annotations": {"c": "d"}},
                    "spec": {"containers": [{"name": "web", "image": "web", "unheardOf": 1}]}}},
             "status": {"latestVersion": 4, "details": {"causes": [{"type": "ConfigChange"}]}}}""";

    private final FakeApiServer server = new FakeApiServer();
    private final Injector injector = new Injector(new ClusterObjects(server.client()));

    @BeforeEach
    void knowTheApi() {
        server.learn(DeploymentConfig.class);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void what_the_operator_does_not_know_survives_that_a_container_is_put_in_and_taken_out() {
        server.create(CONFIG);
        GenericKubernetesResource before = stored();

        assertThat(injector.inject(read(), sidecar(), "BackupConfiguration", "mine"))
                .isTrue();
        GenericKubernetesResource injected = stored();
        assertThat(at(injected, "spec", "template", "spec", "containers", 1, "name"))
                .isEqualTo("stash");
        assertThat(at(injected, "spec", "template", "spec", "containers", 0, "unheardOf"))
                .isEqualTo(1);
        for (String field : List.of("replicas", "minReadySeconds", "test", "strategy", "triggers", "selector")) {
            assertThat(at(injected, "spec", field)).isEqualTo(at(before, "spec", field));
        }
        assertThat(at(injected, "status")).isEqualTo(at(before, "status"));

        assertThat(injector.remove(read(), Place.SIDECAR, "mine")).isTrue();
        GenericKubernetesResource clean = stored();
        assertThat(clean.getAdditionalProperties()).isEqualTo(before.getAdditionalProperties());
        assertThat(clean.getMetadata().getAnnotations()).isEqualTo(Map.of("a", "b"));
    }

    @Test
    void its_pods_are_those_that_it_selects_but_for_those_that_carry_out_its_rollouts() {
        server.create(
                CONFIG,
                pod("web-4-x7k2p", "\"app\": \"web\", \"deployment\": \"web-4\", \"deploymentconfig\": \"web\""),
                pod("web-5-deploy", "\"app\": \"web\", \"openshift.io/deployer-pod-for.name\": \"web-5\""),
                pod("other", "\"app\": \"other\""));
        List<Pod> pods = server.client()
                .pods()
                .inNamespace("demo")
                .withLabelSelector(read().selector())
                .list()
                .getItems();
        assertThat(pods).extracting(pod -> pod.getMetadata().getName()).containsExactly("web-4-x7k2p");
    }

    @Test
    void all_its_pods_are_one_host() {
        server.create(CONFIG);
        assertThat(read().hosts()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"selector\": {\"app\": \"web\"}, \"template\": null}",
                "{\"selector\": {\"app\": \"web\"}, \"template\": {}}",
                "{\"template\": {\"spec\": {}}}",
                "null"
            })
    void one_that_has_no_pods_is_no_workload(String spec) {
        server.create("""
                {"apiVersion": "apps.openshift.io/v1", "kind": "DeploymentConfig",
                 "metadata": {"name": "web", "namespace": "demo"}, "spec": %s}""".formatted(spec));
        assertThat(WorkloadKind.DEPLOYMENT_CONFIG.read(server.client(), "demo", "web"))
                .isEmpty();
    }

    private Workload read() {
        return WorkloadKind.DEPLOYMENT_CONFIG
                .read(server.client(), "demo", "web")
                .orElseThrow();
    }

    /** As it is stored, with all that is not known. */
    private GenericKubernetesResource stored() {
        return server.client()
                .genericKubernetesResources("apps.openshift.io/v1", "DeploymentConfig")
                .inNamespace("demo")
                .withName("web")
                .get();
    }

    private static Object at(GenericKubernetesResource object, Object... path) {
        return object.get(path);
    }

    private static Injection sidecar() {
        return new Injection(
                Place.SIDECAR,
                new ContainerBuilder()
                        .withName(Place.SIDECAR.container())
                        .withImage("coffer:1")
                        .build(),
                List.of(),
                PullSecrets.NONE);
    }

    private static String pod(String name, String labels) {
        return """
                {"apiVersion": "v1", "kind": "Pod",
                 "metadata": {"name": "%s", "namespace": "demo", "labels": {%s}}}""".formatted(name, labels);
    }
}
