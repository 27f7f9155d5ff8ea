package dev.coffer.operator.controller;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.operator.api.Annotations;
import dev.coffer.operator.api.backup.BackupConfiguration;
import dev.coffer.operator.api.backup.BackupSession;
import dev.coffer.operator.api.condition.Condition;
import dev.coffer.operator.api.condition.ConditionStatus;
import dev.coffer.operator.api.condition.ConditionType;
import dev.coffer.operator.api.condition.Conditions;
import dev.coffer.operator.api.restore.RestoreSession;
import dev.coffer.operator.controller.workload.DeploymentConfig;
import io.fabric8.kubernetes.api.model.Pod;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The operator at work on a kind that not all clusters have. */
@NullUnmarked
class OpenShiftTest {

    private OperatorAtWork cluster;

    @BeforeEach
    void start() {
        cluster = new OperatorAtWork();
    }

    @AfterEach
    void stop() {
        cluster.close();
    }

    @Test
    void a_deployment_config_gets_the_sidecar_and_one_of_its_pods_the_turn() {
        cluster.becomeOpenShift();
        cluster.store();
        cluster.deploymentConfig();
        cluster.client().resource(cluster.pod()).create();
        cluster.client()
                .resource(cluster.configuration("apps.openshift.io/v1", "DeploymentConfig", "web"))
                .create();
        cluster.awaitTemplate(pod -> pod.getContainers().size() == 2);
        cluster.awaitReady();

        cluster.client().resource(cluster.session()).create();
        cluster.await(
                Pod.class,
                "web-1",
                object -> object.getMetadata().getAnnotations().containsKey(Annotations.BACKUP_SESSION));
        BackupSession session = cluster.awaitWork();
        assertThat(session.getStatus()
                        .targets()
                        .getFirst()
                        .progress()
                        .getFirst()
                        .hostname())
                .isEqualTo("host-0");
    }

    @Test
    void a_kind_that_the_cluster_gets_to_know_later_is_found_then_and_watched() {
        cluster.store();
        cluster.client()
                .resource(cluster.configuration("apps.openshift.io/v1", "DeploymentConfig", "web"))
                .create();
        cluster.await(
                BackupConfiguration.class,
                "photos",
                object -> whyNoTarget(object).startsWith("This cluster does not know"));

        assertThat(cluster.watched()).contains("Deployment").doesNotContain("DeploymentConfig");

        cluster.becomeOpenShift();
        cluster.deploymentConfig();
        cluster.awaitReady();

        assertThat(cluster.watched()).contains("DeploymentConfig");
        cluster.client().resource(cluster.find(DeploymentConfig.class, "web")).delete();
        cluster.await(
                BackupConfiguration.class,
                "photos",
                object -> whyNoTarget(object).startsWith("There is no"));
    }

    @Test
    void a_deployment_config_is_restored_by_an_init_container() {
        cluster.becomeOpenShift();
        cluster.store();
        cluster.deploymentConfig();
        cluster.client().resource(cluster.read("""
                {"apiVersion": "stash.appscode.com/v1beta1", "kind": "RestoreSession",
                 "metadata": {"name": "back", "namespace": "demo"},
                 "spec": {"repository": {"name": "store"},
                    "target": {"ref": {"apiVersion": "apps.openshift.io/v1", "kind": "DeploymentConfig", "name": "web"},
                        "rules": [{"paths": ["/data"]}]}}}""", RestoreSession.class)).create();
        cluster.awaitTemplate(pod -> pod.getInitContainers().size() == 1);
        RestoreSession started = cluster.await(
                RestoreSession.class, "back", object -> object.getStatus().totalHosts() != null);
        assertThat(started.getStatus().totalHosts()).isEqualTo(1);
        assertThat(Conditions.find(started.getStatus().conditions(), ConditionType.RESTORE_EXECUTOR_ENSURED))
                .map(Condition::message)
                .hasValueSatisfying(message -> assertThat(message).contains("oc rollout latest"));
    }

    private static String whyNoTarget(BackupConfiguration object) {
        return Conditions.find(object.getStatus().conditions(), ConditionType.BACKUP_TARGET_FOUND)
                .filter(condition -> condition.status() == ConditionStatus.FALSE)
                .map(Condition::message)
                .orElse("");
    }
}
