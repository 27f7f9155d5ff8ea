package dev.coffer.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackendOptionsTest {

    @Test
    void a_stuck_request_is_given_up_after_five_minutes_unless_an_option_says_otherwise() throws Exception {
        assertThat(BackendOptions.none().stallLimit()).isEqualTo(Duration.ofMinutes(5));
        assertThat(stuck(" 1500 ").stallLimit()).isEqualTo(Duration.ofMillis(1500));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "5m", ""})
    void a_limit_that_makes_no_sense_is_rejected(String value) {
        assertThatThrownBy(() -> stuck(value).stallLimit())
                .isInstanceOf(BackendException.Rejected.class)
                .hasMessageContaining("http.stuck-request-timeout");
    }

    @Test
    void the_text_form_shows_no_values() {
        assertThat(new BackendOptions(Map.of("a.secret", "xyzzy"), Map.of("KEY", "xyzzy")))
                .asString()
                .doesNotContain("xyzzy");
    }

    private static BackendOptions stuck(String value) {
        return new BackendOptions(Map.of("http.stuck-request-timeout", value), Map.of());
    }
}
