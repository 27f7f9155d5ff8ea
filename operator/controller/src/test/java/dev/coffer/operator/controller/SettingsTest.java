package dev.coffer.operator.controller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.coffer.operator.api.ExecutionModel;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    @Test
    void flags_give_the_settings() {
        assertThat(Settings.parse(List.of(
                        "--image=r.io/coffer:1", "--namespace=coffer", "--workers=3", "--default-execution-model=Job")))
                .isEqualTo(new Settings("r.io/coffer:1", "coffer", 3, ExecutionModel.JOB));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--image",
                "--colour=blue",
                "--workers=0",
                "--workers=many",
                "--default-execution-model=job",
                "image=a",
                "--image="
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
    void the_image_is_needed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Settings.parse(List.of("--namespace=b")))
                .withMessageContaining("--image");
    }
}
