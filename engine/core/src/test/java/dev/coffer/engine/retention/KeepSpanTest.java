package dev.coffer.engine.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.engine.errors.RepositoryException.BadRequest;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeepSpanTest {

    @ParameterizedTest
    @CsvSource({"1y5m7d2h, 1y5m7d2h", "2h1y, 1y2h", "0d, ''", "'', ''", "3d5d, 5d", "' 30d ', 30d"})
    void a_span_is_read_in_any_order_and_written_in_one(String text, String written) throws Exception {
        assertThat(KeepSpan.parse(text)).hasToString(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "d", "-1d", "1w", "1 d", "1.5d", "1d x", "9999999999d"})
    void other_text_is_refused(String text) {
        assertThatThrownBy(() -> KeepSpan.parse(text))
                .isInstanceOf(BadRequest.class)
                .hasMessageContaining(text);
    }

    @ParameterizedTest
    @CsvSource({
        "2023-03-31T10:00:00Z, 1m, 2023-03-03T10:00:00Z",
        "2024-02-29T10:00:00Z, 1y, 2023-03-01T10:00:00Z",
        "2023-01-15T10:00:00Z, 1m, 2022-12-15T10:00:00Z",
        "2023-01-15T01:00:00+02:00, 1d2h, 2023-01-13T21:00:00Z",
        "2023-05-31T00:00:00Z, 3m31d, 2023-01-31T00:00:00Z"
    })
    void calendar_parts_overflow_as_in_go(OffsetDateTime time, String span, Instant before) throws Exception {
        assertThat(KeepSpan.parse(span).before(time, ZoneId.of("Z"))).isEqualTo(before);
    }

    @Test
    void a_day_is_as_long_as_the_clock_of_the_zone_makes_it() throws Exception {
        OffsetDateTime summer = OffsetDateTime.parse("2023-03-26T12:00:00+02:00");
        KeepSpan day = KeepSpan.parse("1d");
        assertThat(day.before(summer, ZoneId.of("Europe/Berlin"))).isEqualTo(Instant.parse("2023-03-25T11:00:00Z"));
        assertThat(day.before(summer, ZoneId.of("Asia/Tokyo"))).isEqualTo(Instant.parse("2023-03-25T10:00:00Z"));
    }
}
