package dev.coffer.operator.controller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.coffer.operator.api.ExecutionModel;
import dev.coffer.operator.controller.admission.AdmissionSettings;
import dev.coffer.operator.controller.admission.registration.Endpoint;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    @Test
    void flags_give_the_settings() {
        assertThat(Settings.parse(List.of(
                        "--image=r.io/coffer:1",
                        "--namespace=coffer",
                        "--workers=3",
                        "--concurrent-sessions=7",
                        "--image-pull-secrets=registry,mirror.example",
                        "--default-execution-model=Job")))
                .isEqualTo(new Settings(
                        "r.io/coffer:1",
                        "coffer",
                        3,
                        7,
                        List.of("registry", "mirror.example"),
                        ExecutionModel.JOB,
                        Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--image",
                "--colour=blue",
                "--workers=0",
                "--workers=many",
                "--default-execution-model=job",
                "--image-pull-secrets=",
                "--image-pull-secrets=registry,",
                "--image-pull-secrets=a b",
                "image=a",
                "--image=",
                "--webhook-service=",
                "--webhook-url=http://a",
                "--webhook-url=here"
            })
    void a_flag_that_is_wrong_is_refused(String flag) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Settings.parse(List.of("--image=a", "--namespace=b", flag)));
    }

    @Test
    void files_are_read_in_the_workload_unless_somebody_says_otherwise() {
        assertThat(Settings.parse(List.of("--image=a", "--namespace=b")).executionModel())
                .isEqualTo(ExecutionModel.WORKLOAD);
    }

    @Test
    void no_secrets_are_given_to_pods_unless_some_are_named() {
        assertThat(Settings.parse(List.of("--image=a", "--namespace=b")).imagePullSecrets())
                .isEmpty();
    }

    @Test
    void a_secret_that_is_named_twice_counts_once() {
        assertThat(Settings.parse(List.of("--image=a", "--namespace=b", "--image-pull-secrets=c,d,c"))
                        .imagePullSecrets())
                .containsExactly("c", "d");
    }

    @Test
    void the_image_is_needed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Settings.parse(List.of("--namespace=b")))
                .withMessageContaining("--image");
    }

    @Test
    void a_service_is_where_the_api_server_asks() {
        assertThat(Settings.parse(List.of("--image=a", "--namespace=b", "--webhook-service=c"))
                        .admission())
                .contains(new AdmissionSettings(new Endpoint.InCluster("b", "c"), 9443, "admission.coffer.dev"));
    }

    @Test
    void outside_the_cluster_a_url_takes_its_place() {
        assertThat(Settings.parse(List.of(
                                "--image=a",
                                "--namespace=b",
                                "--webhook-url=https://10.0.0.1:9999",
                                "--webhook-port=9999",
                                "--webhook-configuration=trial.coffer.dev"))
                        .admission())
                .contains(new AdmissionSettings(
                        new Endpoint.OutOfCluster(URI.create("https://10.0.0.1:9999")), 9999, "trial.coffer.dev"));
    }

    @Test
    void there_is_but_one_way_to_ask() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Settings.parse(
                        List.of("--image=a", "--namespace=b", "--webhook-service=c", "--webhook-url=https://10.0.0.1")))
                .withMessageContaining("exclude");
    }
}
