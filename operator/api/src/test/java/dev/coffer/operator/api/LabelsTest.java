package dev.coffer.operator.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LabelsTest {

    @Test
    void a_name_that_is_too_long_for_a_label_is_cut() {
        assertThat(Labels.value("shop")).isEqualTo("shop");
        assertThat(Labels.value("x".repeat(62) + ".tail")).isEqualTo("x".repeat(62));
    }
}
