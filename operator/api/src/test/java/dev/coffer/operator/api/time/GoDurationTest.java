package dev.coffer.operator.api.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoDurationTest {

    @ParameterizedTest
    @CsvSource({
        "1h30m, PT1H30M",
        "600s, PT10M",
        "0, PT0S",
        "0s, PT0S",
        "1.5h, PT1H30M",
        ".5s, PT0.5S",
        "1.s, PT1S",
        "100ms, PT0.1S",
        "1us, PT0.000001S",
        "1µs, PT0.000001S",
        "1μs, PT0.000001S",
        "7ns, PT0.000000007S",
        "2m3.5s, PT2M3.5S",
        "831.018039ms, PT0.831018039S",
        "30m1h, PT1H30M",
        "-10m, PT-10M",
        "+10m, PT10M"
    })
    void durations_are_read_as_go_reads_them(String text, Duration duration) {
        assertThat(GoDuration.parse(text)).contains(duration);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "10", "m", "1d", "1 h", "1h ", "h1", "1h-30m", ".s", "1,5h", "PT1H", "--1s", "9999999999h"})
    void other_text_is_no_duration(String text) {
        assertThat(GoDuration.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, 0s",
        "PT1H, 1h0m0s",
        "PT1H30M, 1h30m0s",
        "PT10M, 10m0s",
        "PT2M3.5S, 2m3.5s",
        "PT45S, 45s",
        "PT100H, 100h0m0s",
        "PT0.831018039S, 831.018039ms",
        "PT0.1S, 100ms",
        "PT0.0000015S, 1.5µs",
        "PT0.000000007S, 7ns",
        "PT-10M, -10m0s"
    })
    void durations_are_written_as_go_writes_them(Duration duration, String text) {
        assertThat(GoDuration.format(duration)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT1H", "PT2M3.5S", "PT0.831018039S", "PT0.000000007S", "PT-10M"})
    void what_is_written_is_read_again(Duration duration) {
        assertThat(GoDuration.parse(GoDuration.format(duration))).contains(duration);
    }
}
