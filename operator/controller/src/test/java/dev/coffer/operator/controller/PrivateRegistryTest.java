package dev.coffer.operator.controller;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.operator.api.backup.BackupConfiguration;
import dev.coffer.operator.api.condition.ConditionType;
import dev.coffer.operator.api.condition.Conditions;
import dev.coffer.operator.api.restore.RestoreSession;
import dev.coffer.operator.controller.pod.PullSecrets;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The operator at work where its image is in a private registry. */
@NullUnmarked
class PrivateRegistryTest {

    private static final String COPY = "registry-backupconfiguration-photos";

    private final OperatorAtWork cluster = new OperatorAtWork(20, List.of("registry"));

    @AfterEach
    void stop() {
        cluster.close();
    }

    @Test
    void the_job_of_a_backup_pulls_with_a_copy() {
        source();
        cluster.prepare();
        Job job = cluster.awaitJob();
        assertThat(names(job.getSpec().getTemplate())).containsExactly(COPY);
        assertThat(cluster.find(Secret.class, COPY)).isNotNull();
    }

    @Test
    void a_workload_gets_the_copy_with_the_sidecar_and_loses_it_with_the_sidecar() {
        source();
        cluster.store();
        cluster.deployment();
        BackupConfiguration configuration = cluster.configuration("apps/v1", "Deployment", "web");
        cluster.client().resource(configuration).create();
        Deployment injected = cluster.awaitContainers(2);
        assertThat(names(injected.getSpec().getTemplate())).containsExactly(COPY);
        assertThat(cluster.find(Secret.class, COPY)).isNotNull();
        cluster.awaitReady();

        cluster.client().resource(configuration).delete();
        Deployment clean = cluster.awaitContainers(1);
        assertThat(names(clean.getSpec().getTemplate())).isEmpty();
    }

    @Test
    void a_configuration_whose_pods_lack_a_secret_is_ready_and_says_so() {
        cluster.store();
        cluster.claim();
        cluster.client().resource(cluster.configuration()).create();
        cluster.awaitReady();
        BackupConfiguration found = cluster.find(BackupConfiguration.class, "photos");
        assertThat(Conditions.isFalse(found.getStatus().conditions(), ConditionType.IMAGE_PULL_SECRETS_FOUND))
                .isTrue();
    }

    @Test
    void a_restore_pulls_with_a_copy_of_its_own() {
        source();
        cluster.store();
        cluster.deployment();
        cluster.client().resource(restore("{}")).create();
        Deployment injected = cluster.await(
                Deployment.class,
                "web",
                object -> !object.getSpec()
                        .getTemplate()
                        .getSpec()
                        .getInitContainers()
                        .isEmpty());
        assertThat(names(injected.getSpec().getTemplate())).containsExactly("registry-restoresession-back");
    }

    @Test
    void a_restore_that_has_ended_keeps_it_for_pods_that_are_yet_to_start() {
        source();
        cluster.client().resource(restore("{\"phase\": \"Succeeded\"}")).create();
        cluster.await(Secret.class, "registry-restoresession-back", _ -> true);
    }

    private void source() {
        cluster.client().resource(TestServices.pullSecret("coffer", "registry")).create();
    }

    private RestoreSession restore(String status) {
        return cluster.read("""
                {"apiVersion": "stash.appscode.com/v1beta1", "kind": "RestoreSession",
                 "metadata": {"name": "back", "namespace": "demo"},
                 "spec": {"repository": {"name": "store"},
                    "target": {"ref": {"apiVersion": "apps/v1", "kind": "Deployment", "name": "web"},
                        "rules": [{"snapshots": ["latest"]}]}},
                 "status": %s}""".formatted(status), RestoreSession.class);
    }

    private static List<String> names(PodTemplateSpec template) {
        return PullSecrets.names(template.getSpec().getImagePullSecrets());
    }
}
