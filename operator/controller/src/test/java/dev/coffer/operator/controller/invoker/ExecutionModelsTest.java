package dev.coffer.operator.controller.invoker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.operator.api.ExecutionModel;
import dev.coffer.operator.api.backup.BackupConfiguration;
import dev.coffer.operator.controller.workload.WorkloadKind;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.server.mock.EnableKubernetesMockClient;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked
@EnableKubernetesMockClient(crud = true, https = false)
class ExecutionModelsTest {

    private static final Executor JOBS = new Executor.NodeJobs(WorkloadKind.DEPLOYMENT);
    private static final Executor SIDECAR = new Executor.InWorkload(WorkloadKind.DEPLOYMENT);

    private KubernetesClient client;

    @Test
    void what_the_specification_says_counts_most() {
        workload("Job");
        assertThat(executor(ExecutionModel.JOB, "\"executionModel\": \"Workload\",", "Job"))
                .isEqualTo(SIDECAR);
    }

    @Test
    void then_the_annotation_of_the_object() {
        workload("Workload");
        assertThat(executor(ExecutionModel.WORKLOAD, "", "Job")).isEqualTo(JOBS);
    }

    @Test
    void then_the_annotation_of_the_workload() {
        workload("Job");
        assertThat(executor(ExecutionModel.WORKLOAD, "", null)).isEqualTo(JOBS);
    }

    @Test
    void then_what_the_operator_was_told() {
        workload(null);
        assertThat(executor(ExecutionModel.JOB, "", null)).isEqualTo(JOBS);
        assertThat(executor(ExecutionModel.WORKLOAD, "", null)).isEqualTo(SIDECAR);
    }

    @Test
    void an_annotation_that_names_no_model_is_a_mistake() {
        assertThat(ExecutionModels.problem(new ObjectMetaBuilder()
                        .addToAnnotations("coffer.dev/execution-model", "job")
                        .build()))
                .hasValueSatisfying(problem -> assertThat(problem).contains("\"job\"", "write Workload or Job"));
        assertThat(ExecutionModels.problem(new ObjectMetaBuilder().build())).isEmpty();
    }

    private Executor executor(ExecutionModel byDefault, String spec, String annotation) {
        BackupConfiguration object = client.getKubernetesSerialization()
                .unmarshal("""
                {"apiVersion": "stash.appscode.com/v1beta1", "kind": "BackupConfiguration",
                 "metadata": {"name": "web", "namespace": "demo"%s},
                 "spec": {%s "target": {"ref": {"apiVersion": "apps/v1", "kind": "Deployment", "name": "web"}},
                    "retentionPolicy": {"name": "keep", "prune": true}}}""".formatted(annotations(annotation), spec), BackupConfiguration.class);
        return new ExecutionModels(client, byDefault)
                .executor(BackupInvoker.of(object), object.getSpec().members().getFirst());
    }

    private void workload(String annotation) {
        client.resource(client.getKubernetesSerialization()
                        .unmarshal("""
                {"apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"name": "web", "namespace": "demo"%s},
                 "spec": {"selector": {}, "template": {"spec": {}}}}""".formatted(annotations(annotation)), Deployment.class))
                .create();
    }

    private static String annotations(String model) {
        return model == null ? "" : ", \"annotations\": {\"coffer.dev/execution-model\": \"%s\"}".formatted(model);
    }
}
