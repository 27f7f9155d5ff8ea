package dev.coffer.operator.controller.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.operator.controller.admission.AdmissionSettings;
import dev.coffer.operator.controller.workload.WorkloadKind;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.LocalObjectReference;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChartTest {

    @Test
    void helm_has_nothing_to_complain_of() {
        assertThat(Chart.lint().isFailed()).as(String.valueOf(Chart.lint())).isFalse();
    }

    @Test
    void helm_finds_the_definitions_that_are_made_of_the_types() throws IOException {
        try (Stream<Path> committed = Files.list(Path.of("../deploy/crds"))) {
            assertThat(committed.map(ChartTest::read)).isNotEmpty().allMatch(Chart.definitions()::contains);
        }
    }

    @Test
    void each_value_is_documented() throws IOException {
        String before = "";
        for (String line : Files.readAllLines(Chart.FOLDER.resolve("values.yaml"))) {
            if (line.matches(" *[a-zA-Z]+: .+")) {
                assertThat(before).as("What is before %s", line).contains("# ");
            }
            before = line;
        }
    }

    @Test
    void the_operator_is_as_restricted_as_pods_can_be() {
        PodSpec pod =
                Chart.object(Deployment.class, Map.of()).getSpec().getTemplate().getSpec();
        SecurityContext context = pod.getContainers().getFirst().getSecurityContext();
        assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
        assertThat(pod.getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
        assertThat(context.getAllowPrivilegeEscalation()).isFalse();
        assertThat(context.getReadOnlyRootFilesystem()).isTrue();
        assertThat(context.getCapabilities().getDrop()).containsExactly("ALL");
        assertThat(pod.getVolumes()).allMatch(volume -> volume.getHostPath() == null);
    }

    @Test
    void the_service_leads_to_the_port_that_the_operator_is_told_to_listen_at() {
        Map<String, Object> values = Map.of("webhook.port", 9999);
        Container container = container(values);
        assertThat(container.getArgs()).contains("--webhook-port=9999", "--webhook-service=coffer-operator");
        assertThat(container.getPorts())
                .singleElement()
                .returns("webhook", port -> port.getName())
                .returns(9999, port -> port.getContainerPort());
        assertThat(Chart.object(Service.class, values)
                        .getSpec()
                        .getPorts()
                        .getFirst()
                        .getTargetPort())
                .isEqualTo(new IntOrString("webhook"));
    }

    @Test
    void without_webhooks_nothing_of_them_is_there() {
        Map<String, Object> values = Map.of("webhook.enabled", false);
        Container container = container(values);
        assertThat(container.getArgs()).noneMatch(argument -> argument.startsWith("--webhook"));
        assertThat(container.getReadinessProbe()).isNull();
        assertThat(Chart.objects(values)).noneMatch(Service.class::isInstance);
        assertThat(role(values)).noneMatch(rule -> rule.getResources().contains("secrets"));
    }

    @Test
    void secrets_of_the_registry_are_for_all_pods() {
        Map<String, Object> values =
                Map.of("imagePullSecrets[0].name", "registry", "imagePullSecrets[1].name", "mirror");
        PodSpec pod =
                Chart.object(Deployment.class, values).getSpec().getTemplate().getSpec();
        assertThat(pod.getImagePullSecrets())
                .extracting(LocalObjectReference::getName)
                .containsExactly("registry", "mirror");
        assertThat(container(values).getArgs()).contains("--image-pull-secrets=registry,mirror");
        assertThat(role(values)).anyMatch(rule -> rule.getResourceNames().equals(List.of("registry", "mirror")));
        assertThat(writersOfSecrets(values)).hasSize(1);
    }

    @Test
    void without_them_the_operator_may_write_no_secrets_of_others() {
        assertThat(container(Map.of()).getArgs()).noneMatch(argument -> argument.startsWith("--image-pull-secrets"));
        assertThat(writersOfSecrets(Map.of())).isEmpty();
    }

    @Test
    void one_of_several_operators_outlives_the_draining_of_nodes() {
        assertThat(Chart.objects(Map.of())).noneMatch(PodDisruptionBudget.class::isInstance);
        assertThat(Chart.object(PodDisruptionBudget.class, Map.of("replicas", 2))
                        .getSpec()
                        .getMinAvailable())
                .isEqualTo(new IntOrString(1));
    }

    @Test
    void the_image_of_the_pods_is_that_of_the_operator() {
        Container container = container(Map.of("image.repository", "r.io/coffer", "image.tag", "7"));
        assertThat(container.getImage()).isEqualTo("r.io/coffer:7");
        assertThat(container.getArgs()).contains("--image=r.io/coffer:7");
    }

    @ParameterizedTest
    @EnumSource
    void the_operator_may_watch_and_change_workloads_of_each_kind(WorkloadKind kind) {
        assertThat(Chart.objects(Map.of()))
                .filteredOn(object -> object.getMetadata().getName().equals("coffer-operator"))
                .flatExtracting(ChartTest::rules)
                .filteredOn(rule -> rule.getApiGroups().equals(List.of(HasMetadata.getGroup(kind.type())))
                        && rule.getResources().contains(HasMetadata.getPlural(kind.type())))
                .singleElement()
                .returns(List.of("get", "list", "watch", "patch"), PolicyRule::getVerbs);
    }

    @Test
    void no_role_has_a_wildcard() {
        assertThat(Chart.objects(Map.of()))
                .filteredOn(object -> object instanceof ClusterRole || object instanceof Role)
                .isNotEmpty()
                .flatExtracting(ChartTest::rules)
                .noneMatch(rule -> Stream.of(rule.getApiGroups(), rule.getResources(), rule.getVerbs())
                        .anyMatch(list -> list.contains("*")));
    }

    @Test
    void the_operator_may_write_its_own_webhook_configurations_and_no_others() {
        assertThat(Chart.objects(Map.of()))
                .filteredOn(object -> object.getMetadata().getName().equals("coffer-operator"))
                .flatExtracting(ChartTest::rules)
                .filteredOn(rule -> rule.getApiGroups().contains("admissionregistration.k8s.io"))
                .allMatch(rule -> rule.getVerbs().equals(List.of("create"))
                        || rule.getResourceNames().equals(List.of(AdmissionSettings.DEFAULT_CONFIGURATION)));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<PolicyRule> role(Map<String, Object> values) {
        return Chart.object(Role.class, values).getRules();
    }

    /** The rules that let the operator write Secrets everywhere. */
    private static List<PolicyRule> writersOfSecrets(Map<String, Object> values) {
        return Chart.objects(values).stream()
                .filter(ClusterRole.class::isInstance)
                .flatMap(role -> rules(role).stream())
                .filter(rule -> rule.getResources().contains("secrets")
                        && !rule.getVerbs().equals(List.of("get")))
                .toList();
    }

    private static List<PolicyRule> rules(HasMetadata object) {
        return switch (object) {
            case ClusterRole role -> role.getRules();
            case Role role -> role.getRules();
            default -> List.of();
        };
    }

    private static Container container(Map<String, Object> values) {
        return Chart.object(Deployment.class, values)
                .getSpec()
                .getTemplate()
                .getSpec()
                .getContainers()
                .getFirst();
    }
}
