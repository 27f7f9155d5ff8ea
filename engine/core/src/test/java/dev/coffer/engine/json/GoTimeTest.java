package dev.coffer.engine.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoTimeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0001-01-01T00:00:00Z",
                "2024-02-29T23:59:59.123456789+05:30",
                "1970-01-01T00:00:00.1-11:00",
                "2023-01-01T10:20:30.00000001Z",
                "0000-12-31T01:02:03Z",
                "9999-12-31T23:59:59.999999999+14:00"
            })
    void a_time_is_written_as_it_was_read(String text) {
        assertThat(GoTime.format(GoTime.parse(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-01-01T00:00:00.500Z, 2024-01-01T00:00:00.5Z",
        "2024-01-01T00:00:00.0Z, 2024-01-01T00:00:00Z",
        "2024-01-01T00:00:00.1234567899Z, 2024-01-01T00:00:00.123456789Z",
        "2024-01-01T00:00:00+00:00, 2024-01-01T00:00:00Z",
        "2024-01-01T20:00:00+20:00, 2024-01-01T00:00:00Z"
    })
    void other_forms_of_a_time_are_understood(String text, String canonical) {
        assertThat(GoTime.format(GoTime.parse(text))).isEqualTo(canonical);
    }

    /** Zones had such offsets before standard time; 0.19 was seen to print Amsterdam's +00:19:32 as +00:19. */
    @ParameterizedTest
    @CsvSource({"1172, +00:19", "-1172, -00:19", "30, +00:00", "-30, +00:00", "-3661, -01:01"})
    void seconds_of_an_offset_are_cut_off(int seconds, String expected) {
        OffsetDateTime time = OffsetDateTime.of(1900, 1, 1, 0, 0, 0, 0, ZoneOffset.ofTotalSeconds(seconds));

        assertThat(GoTime.format(time)).isEqualTo("1900-01-01T00:00:00" + expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Z",
                "2024-01-01",
                "2024-01-01T00:00:00",
                "2024-01-01T00:00:00.Z",
                "2024-13-01T00:00:00Z",
                "2024-02-30T00:00:00Z",
                "2024-01-01 00:00:00Z",
                "2024-01-01T00:00:00x05:00",
                "2024-01-01T00:00:00,5Z",
                "-024-01-01T00:00:00Z",
                "2024-01-01T00:00:00.12x4Z",
                "2024-01-01T00:00:00+0500Z"
            })
    void anything_else_is_refused(String text) {
        assertThatExceptionOfType(DateTimeException.class).isThrownBy(() -> GoTime.parse(text));
    }

    @Test
    void years_that_cannot_be_written_are_clamped() {
        assertThat(GoTime.clampYear(OffsetDateTime.parse("+12000-02-29T01:02:03Z")))
                .isEqualTo(OffsetDateTime.parse("9999-03-01T01:02:03Z"));
        assertThat(GoTime.clampYear(OffsetDateTime.parse("-0004-02-29T01:02:03Z")))
                .isEqualTo(OffsetDateTime.parse("0000-02-29T01:02:03Z"));
        assertThat(GoTime.clampYear(GoTime.ZERO)).isSameAs(GoTime.ZERO);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void any_time_reads_back_as_itself(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            OffsetDateTime time = Instant.ofEpochSecond(random.nextLong(-60_000_000_000L, 250_000_000_000L))
                    .plusNanos(random.nextInt(1_000_000_000))
                    .atOffset(ZoneOffset.ofTotalSeconds(60 * random.nextInt(-18 * 60, 18 * 60 + 1)));
            assertThat(GoTime.parse(GoTime.format(time))).isEqualTo(time);
        }
    }
}
