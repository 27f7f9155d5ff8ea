package dev.coffer.backend.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-11-06T08:49:37Z");

    @Test
    void a_number_counts_seconds() {
        assertThat(RetryAfter.parse(" 120 ", NOW)).hasValue(Duration.ofMinutes(2));
    }

    @Test
    void a_date_counts_from_now() {
        assertThat(RetryAfter.parse("Fri, 06 Nov 2026 08:50:00 GMT", NOW)).hasValue(Duration.ofSeconds(23));
    }

    @Test
    void a_date_that_has_passed_means_now() {
        assertThat(RetryAfter.parse("Fri, 06 Nov 2026 08:00:00 GMT", NOW)).hasValue(Duration.ZERO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-1", "1.5", "99999999999999999999"})
    void anything_else_says_nothing(String value) {
        assertThat(RetryAfter.parse(value, NOW)).isEmpty();
    }
}
