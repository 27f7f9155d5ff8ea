package dev.coffer.operator.api.crd;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinitionNames;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinitionVersion;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrdTest {

    private static final Map<String, CustomResourceDefinition> DEFINITIONS = CrdGenerator.generate().values().stream()
            .collect(toMap(crd -> crd.getSpec().getNames().getKind(), crd -> crd));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Repository          | repositories.stash.appscode.com         | v1alpha1 | Namespaced | repo    | stash appscode
            BackupConfiguration | backupconfigurations.stash.appscode.com | v1beta1  | Namespaced | bc      | stash appscode all
            BackupBatch         | backupbatches.stash.appscode.com        | v1beta1  | Namespaced | ''      | stash appscode all
            BackupSession       | backupsessions.stash.appscode.com       | v1beta1  | Namespaced | ''      | stash appscode all
            BackupBlueprint     | backupblueprints.stash.appscode.com     | v1beta1  | Cluster    | bb      | stash appscode
            RestoreSession      | restoresessions.stash.appscode.com      | v1beta1  | Namespaced | restore | stash appscode all
            RestoreBatch        | restorebatches.stash.appscode.com       | v1beta1  | Namespaced | ''      | stash appscode all
            Function            | functions.stash.appscode.com            | v1beta1  | Cluster    | fn      | stash appscode
            Task                | tasks.stash.appscode.com                | v1beta1  | Cluster    | task    | stash appscode
            AppBinding          | appbindings.appcatalog.appscode.com     | v1alpha1 | Namespaced | ''      | catalog appscode all
            """)
    void a_kind_has_the_names_that_stash_gives_it(
            String kind, String name, String version, String scope, String shortNames, String categories) {
        CustomResourceDefinition definition = definition(kind);
        CustomResourceDefinitionNames names = definition.getSpec().getNames();
        assertThat(definition.getMetadata().getName()).isEqualTo(name);
        assertThat(definition.getSpec().getScope()).isEqualTo(scope);
        assertThat(version(kind).getName()).isEqualTo(version);
        assertThat(String.join(" ", names.getShortNames())).isEqualTo(shortNames);
        assertThat(String.join(" ", names.getCategories())).isEqualTo(categories);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Repository          | Integrity Size Snapshot-Count Last-Successful-Backup Age
            BackupConfiguration | Task Schedule Paused Phase Age
            BackupBatch         | Schedule Paused Phase Age
            BackupSession       | Invoker-Type Invoker-Name Phase Duration Age
            BackupBlueprint     | Task Schedule Age
            RestoreSession      | Repository Phase Duration Age
            RestoreBatch        | Repository Phase Duration Age
            Function            | Age
            Task                | Age
            AppBinding          | Type Version Age
            """)
    void kubectl_prints_the_columns_in_the_order_of_stash(String kind, String columns) {
        assertThat(version(kind).getAdditionalPrinterColumns().stream()
                        .map(column -> column.getName())
                        .collect(joining(" ")))
                .isEqualTo(columns);
    }

    @ParameterizedTest
    @CsvSource({
        "Repository, true",
        "BackupConfiguration, true",
        "BackupBatch, true",
        "BackupSession, true",
        "BackupBlueprint, false",
        "RestoreSession, true",
        "RestoreBatch, true",
        "Function, false",
        "Task, false",
        "AppBinding, false"
    })
    void kinds_with_a_status_have_it_as_a_subresource(String kind, boolean status) {
        assertThat(version(kind).getSubresources() != null).isEqualTo(status);
        assertThat(root(kind).getProperties().containsKey("status")).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "Repository, spec.usagePolicy.allowedNamespaces.from, Same",
        "BackupConfiguration, spec.driver, Restic",
        "BackupConfiguration, spec.retryConfig.maxRetry, 1",
        "BackupConfiguration, spec.hooks.postBackup.executionPolicy, Always",
        "BackupBatch, spec.executionOrder, Parallel",
        "RestoreSession, spec.driver, Restic",
        "RestoreSession, spec.hooks.postRestore.executionPolicy, Always",
        "RestoreBatch, spec.executionOrder, Parallel",
        "AppBinding, spec.secret.kind, Secret",
        "AppBinding, spec.tlsSecret.kind, Secret"
    })
    void what_is_left_out_gets_its_default(String kind, String path, String value) {
        assertThat(schema(kind, path).getDefault().asText()).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            BackupConfiguration | spec                          | retentionPolicy
            BackupConfiguration | spec.retentionPolicy          | name prune
            BackupBlueprint     | spec                          | retentionPolicy
            BackupConfiguration | spec.repository               | name
            BackupConfiguration | spec.target.volumeMounts      | mountPath name
            BackupConfiguration | spec.hooks.preBackup.httpGet  | port
            BackupSession       | spec                          | ''
            BackupSession       | spec.invoker                  | kind name
            Repository          | spec.backend                  | ''
            Repository          | spec.backend.local            | mountPath
            Repository          | spec.backend.s3               | bucket endpoint
            AppBinding          | spec                          | clientConfig
            AppBinding          | spec.clientConfig.service     | name port scheme
            AppBinding          | spec.secret                   | name
            """)
    void what_stash_requires_is_required(String kind, String path, String fields) {
        assertThat(String.join(" ", schema(kind, path).getRequired())).isEqualTo(fields);
    }

    @ParameterizedTest
    @CsvSource({
        "BackupSession, status.phase, Failed Pending Running Skipped Succeeded Unknown",
        "BackupSession, status.targets.phase, Failed Pending Running Succeeded",
        "BackupSession, status.targets.stats.phase, Failed Succeeded",
        "BackupConfiguration, status.phase, Invalid NotReady Ready",
        "RestoreSession, status.phase, Failed Invalid Pending Running Succeeded Unknown",
        "RestoreSession, status.stats.phase, Failed Running Succeeded Unknown",
        "RestoreBatch, status.members.phase, Failed Pending Running Succeeded Unknown",
        "BackupConfiguration, spec.hooks.postBackup.executionPolicy, Always OnFailure OnFinalRetryFailure OnSuccess",
        "RestoreSession, spec.hooks.postRestore.executionPolicy, Always OnFailure OnSuccess"
    })
    void phases_and_policies_are_those_that_are_known(String kind, String path, String values) {
        assertThat(schema(kind, path).getEnum().stream()
                        .map(value -> ((TextNode) value).textValue())
                        .collect(joining(" ")))
                .isEqualTo(values);
    }

    @Test
    void the_order_of_a_batch_may_be_any_text() {
        assertThat(schema("BackupBatch", "spec.executionOrder").getEnum()).isEmpty();
    }

    @Test
    void parameters_of_an_app_binding_keep_all_fields() {
        JSONSchemaProps parameters = schema("AppBinding", "spec.parameters");
        assertThat(parameters.getXKubernetesPreserveUnknownFields()).isTrue();
        assertThat(parameters.getXKubernetesEmbeddedResource()).isTrue();
    }

    @Test
    void the_source_of_a_local_volume_stands_beside_its_mount_path() {
        assertThat(schema("Repository", "spec.backend.local").getProperties())
                .containsKeys("hostPath", "nfs", "persistentVolumeClaim", "mountPath", "subPath")
                .doesNotContainKey("name");
    }

    @Test
    void settings_of_a_function_are_not_below_container() {
        assertThat(schema("Function", "spec.runtimeSettings").getProperties())
                .containsKeys("resources", "securityContext", "env")
                .doesNotContainKey("container");
    }

    /** Anything that is longer cannot be applied from the client's side, which keeps a copy in an annotation. */
    @Test
    void definitions_are_small_enough_for_kubectl_apply() {
        assertThat(DEFINITIONS.values())
                .allSatisfy(definition -> assertThat(
                                new KubernetesSerialization().asJson(definition).getBytes(UTF_8))
                        .as(definition.getMetadata().getName())
                        .hasSizeLessThan(256 << 10));
    }

    /** What an API server demands of a structural schema. */
    @Test
    void every_field_has_a_type() {
        DEFINITIONS.keySet().forEach(kind -> assertStructural(kind, root(kind)));
    }

    @ParameterizedTest
    @CsvSource({
        "RestoreSession, spec.target.rules.sourceHost, true",
        "BackupConfiguration, spec.task.params.value, true",
        "BackupConfiguration, spec.tempDir.medium, true",
        "BackupConfiguration, spec.repository.name, false",
        "BackupBatch, spec.executionOrder, false",
        "BackupConfiguration, status.phase, false"
    })
    void text_that_may_be_empty_may_be_null(String kind, String path, boolean nullable) {
        assertThat(Boolean.TRUE.equals(schema(kind, path).getNullable())).isEqualTo(nullable);
    }

    /** Kubernetes 1.20 takes an empty default for none, and kubectl refuses to send it rules that it does not know. */
    @Test
    void definitions_hold_nothing_that_kubernetes_1_20_refuses() {
        assertThat(DEFINITIONS.values())
                .allSatisfy(definition -> assertThat(CrdGenerator.toYaml(definition))
                        .doesNotContain("x-kubernetes-validations", "default: \"\""));
    }

    private static void assertStructural(String path, JSONSchemaProps schema) {
        if (!Boolean.TRUE.equals(schema.getXKubernetesIntOrString())) {
            assertThat(schema.getType()).as(path).isNotNull();
        }
        schema.getProperties().forEach((name, part) -> assertStructural(path + "." + name, part));
        if (schema.getItems() != null) {
            assertStructural(path + "[]", schema.getItems().getSchema());
        }
        if (schema.getAdditionalProperties() != null) {
            assertStructural(path + "{}", schema.getAdditionalProperties().getSchema());
        }
    }

    private static CustomResourceDefinition definition(String kind) {
        return DEFINITIONS.get(kind);
    }

    private static CustomResourceDefinitionVersion version(String kind) {
        assertThat(definition(kind).getSpec().getVersions()).hasSize(1);
        return definition(kind).getSpec().getVersions().getFirst();
    }

    private static JSONSchemaProps root(String kind) {
        return version(kind).getSchema().getOpenAPIV3Schema();
    }

    private static JSONSchemaProps schema(String kind, String path) {
        JSONSchemaProps schema = root(kind);
        for (String name : path.split("\\.")) {
            schema = schema.getProperties().get(name);
            schema = schema.getItems() == null ? schema : schema.getItems().getSchema();
        }
        return schema;
    }
}
