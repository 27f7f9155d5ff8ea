package dev.coffer.operator.controller.invoker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.operator.api.TargetRef;
import dev.coffer.operator.api.condition.Condition;
import dev.coffer.operator.api.condition.ConditionStatus;
import dev.coffer.operator.api.condition.ConditionType;
import dev.coffer.operator.controller.FakeApiServer;
import dev.coffer.operator.controller.workload.DeploymentConfig;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TargetCheckTest {

    private final FakeApiServer server = new FakeApiServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_workload_that_is_missing_is_named() {
        assertThat(check("Deployment"))
                .returns(ConditionStatus.FALSE, Condition::status)
                .returns("There is no Deployment demo/web; create it, or correct spec.target.ref", Condition::message);
    }

    @Test
    void a_kind_that_the_cluster_does_not_know_is_told_from_an_object_that_is_missing() {
        assertThat(check("DeploymentConfig"))
                .returns(ConditionStatus.FALSE, Condition::status)
                .returns(
                        "This cluster does not know the kind DeploymentConfig of apps.openshift.io/v1;"
                                + " correct spec.target.ref",
                        Condition::message);
        server.learn(DeploymentConfig.class);
        assertThat(check("DeploymentConfig").message()).startsWith("There is no DeploymentConfig demo/web");
    }

    @Test
    void a_deployment_config_without_pods_is_nothing_to_back_up() {
        deploymentConfig("\"selector\": {\"app\": \"web\"}");
        assertThat(check("DeploymentConfig"))
                .returns(ConditionStatus.FALSE, Condition::status)
                .satisfies(
                        condition -> assertThat(condition.message()).contains("with spec.selector and spec.template"));
    }

    @Test
    void one_that_says_how_its_pods_are_found_is_there() {
        deploymentConfig("\"selector\": {\"app\": \"web\"}, \"template\": {\"spec\": {}}");
        assertThat(check("DeploymentConfig"))
                .returns(ConditionStatus.TRUE, Condition::status)
                .returns("DeploymentConfig demo/web exists", Condition::message);
    }

    @Test
    void kinds_of_which_only_a_task_knows_what_to_do_are_left_to_it() {
        assertThat(check("AppBinding").status()).isEqualTo(ConditionStatus.TRUE);
    }

    private void deploymentConfig(String spec) {
        server.learn(DeploymentConfig.class);
        server.create("""
                {"apiVersion": "apps.openshift.io/v1", "kind": "DeploymentConfig",
                 "metadata": {"name": "web", "namespace": "demo"}, "spec": {%s}}""".formatted(spec));
    }

    private Condition check(String kind) {
        return TargetCheck.check(
                server.client(),
                new TargetRef(null, kind, "web", null),
                "demo",
                ConditionType.BACKUP_TARGET_FOUND,
                Instant.EPOCH);
    }
}
