package dev.coffer.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class TextsTest {

    @ParameterizedTest
    @CsvSource({"0, 0 B", "1023, 1023 B", "1024, 1.000 KiB", "1293942, 1.234 MiB", "1099511627776, 1.000 TiB"})
    void sizes_have_three_decimals(long bytes, String text) {
        assertThat(Texts.bytes(bytes)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"5, 0:05", "65, 1:05", "3723, 1:02:03"})
    void durations_look_like_clocks(long seconds, String text) {
        assertThat(Texts.duration(Duration.ofSeconds(seconds))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"5m, 300", "1h30m, 5400", "0, 0", "1.5h, 5400", "90s, 90", "2000ms, 2"})
    void durations_are_read_as_go_writes_them(String text, long seconds) {
        assertThat(new GoDuration().convert(text)).hasSeconds(seconds);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "m", "5x", "5m x", "-5m", "99999999999999h"})
    void other_durations_are_refused(String text) {
        assertThatThrownBy(() -> new GoDuration().convert(text)).isInstanceOf(TypeConversionException.class);
    }

    @ParameterizedTest
    @CsvSource({"10, 10", "10b, 10", "2K, 2048", "10M, 10485760", "1.5G, 1610612736", "1T, 1099511627776"})
    void sizes_have_units(String text, long bytes) {
        assertThat(ByteSize.parse(text).bytes()).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "M", "10X", "-1", "99999999999T"})
    void other_sizes_are_refused(String text) {
        assertThatThrownBy(() -> ByteSize.parse(text)).isInstanceOf(TypeConversionException.class);
    }

    @Test
    void columns_of_a_table_are_aligned() {
        assertThat(new Table("ID", "Name")
                        .row("1", "a\nb")
                        .row("22", "")
                        .footer("2 rows")
                        .lines())
                .containsExactly("ID  Name", "--------", "1   a", "    b", "22", "--------", "2 rows");
    }

    @Test
    void json_is_laid_out_without_touching_values() {
        assertThat(PrettyJson.of("{\"a\":[],\"b\":[1, 2],\"c\\\"\":\"x,{}\"}")).isEqualTo("""
                        {
                          "a": [],
                          "b": [
                            1,
                            2
                          ],
                          "c\\"": "x,{}"
                        }""");
    }
}
