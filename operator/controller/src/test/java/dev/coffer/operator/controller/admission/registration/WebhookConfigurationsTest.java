package dev.coffer.operator.controller.admission.registration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.operator.api.backup.BackupConfiguration;
import dev.coffer.operator.api.repository.Repository;
import dev.coffer.operator.api.restore.RestoreSession;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.MutatingWebhook;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingWebhook;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class WebhookConfigurationsTest {

    private static final Endpoint SERVICE = new Endpoint.InCluster("backups", "webhook");

    private final WebhookConfigurations configurations = configurations(SERVICE);

    @Test
    void a_webhook_that_does_not_answer_stops_nobody() {
        assertThat(validating())
                .extracting(ValidatingWebhook::getFailurePolicy, ValidatingWebhook::getTimeoutSeconds)
                .allSatisfy(values -> assertThat(values.toList()).isEqualTo(List.of("Ignore", 5)));
        assertThat(mutating()).extracting(MutatingWebhook::getFailurePolicy).containsOnly("Ignore");
        assertThat(workloads().getTimeoutSeconds()).isEqualTo(3);
    }

    @Test
    void nothing_has_side_effects_so_trials_are_reviewed_as_well() {
        assertThat(validating()).extracting(ValidatingWebhook::getSideEffects).containsOnly("None");
        assertThat(mutating()).extracting(MutatingWebhook::getSideEffects).containsOnly("None");
    }

    @Test
    void each_kind_is_validated_in_its_version() {
        assertThat(validating().getFirst().getRules())
                .extracting(rule -> rule.getApiGroups() + " " + rule.getApiVersions() + " " + rule.getResources() + " "
                        + rule.getOperations())
                .containsExactly(
                        "[stash.appscode.com] [v1alpha1] [repositories] [CREATE, UPDATE]",
                        "[stash.appscode.com] [v1beta1] [backupconfigurations] [CREATE, UPDATE]");
    }

    @Test
    void workloads_are_seen_as_they_are_created_only() {
        assertThat(workloads().getRules())
                .extracting(rule -> rule.getApiGroups() + " " + rule.getResources() + " " + rule.getOperations())
                .containsExactly(
                        "[apps] [deployments] [CREATE]",
                        "[apps] [statefulsets] [CREATE]",
                        "[apps] [daemonsets] [CREATE]",
                        "[apps.openshift.io] [deploymentconfigs] [CREATE]");
    }

    @Test
    void the_operator_and_what_a_cluster_needs_to_start_are_left_alone() {
        LabelSelectorRequirement namespaces =
                workloads().getNamespaceSelector().getMatchExpressions().getFirst();
        assertThat(namespaces.getKey()).isEqualTo("kubernetes.io/metadata.name");
        assertThat(namespaces.getOperator()).isEqualTo("NotIn");
        assertThat(namespaces.getValues()).containsExactly("backups", "kube-node-lease", "kube-public", "kube-system");
        assertThat(workloads()
                        .getObjectSelector()
                        .getMatchExpressions()
                        .getFirst()
                        .getValues())
                .containsExactly("coffer-operator");
    }

    @Test
    void namespaces_and_workloads_can_ask_to_be_left_alone() {
        assertThat(List.of(workloads().getNamespaceSelector(), workloads().getObjectSelector()))
                .allSatisfy(
                        selector -> assertThat(selector.getMatchExpressions().getLast())
                                .returns("coffer.dev/admission", LabelSelectorRequirement::getKey)
                                .returns("NotIn", LabelSelectorRequirement::getOperator)
                                .returns(List.of("ignore"), LabelSelectorRequirement::getValues));
    }

    @Test
    void a_service_is_called_by_its_name_and_trusted_by_the_bundle() {
        assertThat(workloads().getClientConfig().getService())
                .returns("backups", service -> service.getNamespace())
                .returns("webhook", service -> service.getName())
                .returns("/inject", service -> service.getPath());
        assertThat(workloads().getClientConfig().getCaBundle()).isEqualTo("UEVN");
        assertThat(SERVICE.names()).containsExactly("webhook.backups.svc", "webhook.backups.svc.cluster.local");
    }

    @Test
    void an_operator_outside_the_cluster_is_called_by_its_address() {
        Endpoint outside = new Endpoint.OutOfCluster(URI.create("https://10.0.0.1:9443"));
        assertThat(configurations(outside).validating("PEM").getWebhooks())
                .extracting(webhook -> webhook.getClientConfig().getUrl())
                .containsExactly("https://10.0.0.1:9443/validate");
        assertThat(outside.names()).containsExactly("10.0.0.1");
    }

    private static WebhookConfigurations configurations(Endpoint endpoint) {
        return new WebhookConfigurations(
                "admission.example.com",
                endpoint,
                List.of(Repository.class, BackupConfiguration.class),
                List.of(RestoreSession.class));
    }

    private List<ValidatingWebhook> validating() {
        return configurations.validating("PEM").getWebhooks();
    }

    private List<MutatingWebhook> mutating() {
        return configurations.mutating("PEM", "backups").getWebhooks();
    }

    private MutatingWebhook workloads() {
        return mutating().getLast();
    }
}
