package dev.coffer.operator.controller.admission.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.coffer.operator.api.client.Clients;
import dev.coffer.operator.controller.admission.Reviews;
import dev.coffer.operator.controller.admission.review.AdmissionAnswer;
import dev.coffer.operator.controller.admission.review.AdmissionRequest;
import dev.coffer.operator.controller.cluster.Json;
import dev.coffer.operator.controller.pod.PullSecrets;
import dev.coffer.operator.controller.workload.Injection;
import dev.coffer.operator.controller.workload.Injection.Place;
import dev.coffer.operator.controller.workload.Injections;
import dev.coffer.operator.controller.workload.InvokerInjection;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import io.fabric8.zjsonpatch.JsonPatch;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkloadReviewerTest {

    private static final String WORKLOAD = """
            {"apiVersion": "apps/v1", "kind": "Deployment",
             "metadata": {"name": "web", "creationTimestamp": null, "annotations": {"a~/b": "c"}},
             "spec": {"replicas": 2, "selector": {"matchLabels": {"app": "web"}}, "strategy": {}, "unheardOf": [1.50],
                "template": {"metadata": {"creationTimestamp": null, "labels": {"app": "web"}},
                    "spec": {"volumes": [{"name": "data", "emptyDir": {"sizeLimit": "0.5Gi"}}],
                        "initContainers": [{"name": "prepare", "image": "busybox"}],
                        "containers": [{"name": "web", "image": "web", "resources": {"limits": {"cpu": "1000m"}}}]}}},
             "status": {}}""";

    @Test
    void the_patch_adds_containers_and_says_whose_they_are_and_touches_nothing_else() {
        JsonNode patch = review(creation("web")).patch();
        assertThat(paths(patch))
                .containsExactlyInAnyOrder(
                        "add /metadata/annotations/stash.appscode.com~1last-applied-backup-invoker",
                        "add /metadata/annotations/stash.appscode.com~1last-applied-backup-invoker-kind",
                        "add /metadata/annotations/stash.appscode.com~1last-applied-restore-invoker",
                        "add /metadata/annotations/stash.appscode.com~1last-applied-restore-invoker-kind",
                        "add /spec/template/metadata/annotations",
                        "add /spec/template/metadata/labels/coffer.dev~1sidecar",
                        "add /spec/template/spec/containers/1",
                        "add /spec/template/spec/initContainers/0",
                        "add /spec/template/spec/volumes/1");
    }

    @Test
    void what_comes_of_it_holds_all_that_was_sent() {
        JsonNode changed = JsonPatch.apply(review(creation("web")).patch(), Reviews.json(WORKLOAD));
        JsonNode pod = changed.at("/spec/template/spec");
        assertThat(pod.path("containers").findValuesAsText("name")).containsExactly("web", "stash");
        assertThat(pod.path("initContainers").findValuesAsText("name")).containsExactly("stash-init", "prepare");
        assertThat(pod.at("/containers/0")).isEqualTo(Reviews.json(WORKLOAD).at("/spec/template/spec/containers/0"));
        assertThat(pod.at("/volumes/0")).isEqualTo(Reviews.json(WORKLOAD).at("/spec/template/spec/volumes/0"));
        assertThat(changed.at("/spec/unheardOf/0").asText()).isEqualTo("1.5");
        assertThat(changed.at("/metadata/annotations/a~0~1b").asText()).isEqualTo("c");
    }

    @Test
    void a_deployment_config_gets_them_and_keeps_what_only_openshift_knows() {
        String config = WORKLOAD.replace("apps/v1", "apps.openshift.io/v1")
                .replace("\"Deployment\"", "\"DeploymentConfig\"")
                .replace("{\"matchLabels\": {\"app\": \"web\"}}", "{\"app\": \"web\"}")
                .replace("\"strategy\": {}", "\"triggers\": [{\"type\": \"ConfigChange\"}]");
        JsonNode patch =
                review(Reviews.creation("DeploymentConfig", "web", config)).patch();
        assertThat(paths(patch))
                .contains("add /spec/template/spec/containers/1")
                .noneMatch(path -> path.contains("triggers"));
        JsonNode spec = JsonPatch.apply(patch, Reviews.json(config)).path("spec");
        assertThat(spec.path("triggers")).hasSize(1);
        assertThat(spec.at("/selector/app").asText()).isEqualTo("web");
    }

    @Test
    void a_workload_that_has_them_already_stays_as_it_is() {
        JsonNode changed = JsonPatch.apply(review(creation("web")).patch(), Reviews.json(WORKLOAD));
        AdmissionRequest again = Reviews.creation("Deployment", "web", changed.toString());
        assertThat(review(again).patch()).isEmpty();
    }

    @Test
    void one_that_nobody_wants_anything_in_stays_as_it_is() {
        assertThat(review(creation("other")).patch()).isEmpty();
    }

    @Test
    void one_that_is_changed_is_left_to_the_controllers() {
        assertThat(review(Reviews.change("Deployment", WORKLOAD, WORKLOAD)).patch())
                .isEmpty();
    }

    @Test
    void one_whose_name_is_yet_to_be_made_up_is_nobodys_target() {
        assertThat(review(creation("")).patch()).isEmpty();
    }

    @Test
    void namespaces_that_the_cluster_needs_are_left_alone() {
        AdmissionRequest request = creation("web");
        AdmissionRequest system =
                new AdmissionRequest("1", "Deployment", "kube-system", "web", request.object(), Optional.empty());
        assertThat(review(system).patch()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"spec\": {}}", "{\"spec\": {\"template\": {}}}"})
    void one_that_the_api_server_is_about_to_refuse_is_left_to_it(String object) {
        assertThat(review(Reviews.creation("Deployment", "web", object)).patch())
                .isEmpty();
    }

    private static AdmissionRequest creation(String name) {
        return Reviews.creation(
                "Deployment",
                name,
                WORKLOAD.replace("\"name\": \"web\", \"creation", "\"name\": \"" + name + "\", \"creation"));
    }

    private static AdmissionAnswer review(AdmissionRequest request) {
        return new WorkloadReviewer(
                        new Json(Clients.serialization()),
                        List.of(
                                wanted(Place.SIDECAR, "BackupConfiguration"),
                                wanted(Place.INIT_CONTAINER, "RestoreSession")),
                        Set.of("kube-system"))
                .review(request);
    }

    private static Injections wanted(Place place, String invoker) {
        Injection injection = new Injection(
                place,
                new ContainerBuilder()
                        .withName(place.container())
                        .withImage("coffer:1")
                        .build(),
                List.of(new VolumeBuilder()
                        .withName("stash-tmp-dir")
                        .withNewEmptyDir()
                        .endEmptyDir()
                        .build()),
                PullSecrets.NONE);
        return (namespace, workload) -> "web".equals(workload.name())
                ? Optional.of(new InvokerInjection(injection, invoker, "mine"))
                : Optional.empty();
    }

    private static List<String> paths(JsonNode patch) {
        return StreamSupport.stream(patch.spliterator(), false)
                .map(step -> step.path("op").asText() + " " + step.path("path").asText())
                .toList();
    }
}
