package dev.coffer.engine.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonWriterTest {

    private final JsonWriter json = new JsonWriter();

    @Test
    void commas_and_colons_are_put_by_the_writer() {
        json.beginObject().name("a").value(1).name("b").beginArray();
        json.value("x")
                .nullValue()
                .beginObject()
                .endObject()
                .beginArray()
                .endArray()
                .value(true);
        json.endArray().name("c").raw("{\"raw\":[]}").endObject().newline();

        assertThat(json).hasToString("{\"a\":1,\"b\":[\"x\",null,{},[],true],\"c\":{\"raw\":[]}}\n");
    }

    @Test
    void each_time_is_written_as_it_is() {
        OffsetDateTime time = OffsetDateTime.parse("2026-11-27T15:04:05.5+01:00");
        OffsetDateTime sameMoment = time.withOffsetSameInstant(ZoneOffset.UTC);

        json.beginArray().value(GoTime.ZERO).value(time).value(time).value(sameMoment);
        json.value(GoTime.ZERO).endArray();

        assertThat(json)
                .hasToString(
                        "[\"0001-01-01T00:00:00Z\",\"2026-11-27T15:04:05.5+01:00\",\"2026-11-27T15:04:05.5+01:00\","
                                + "\"2026-11-27T14:04:05.5Z\",\"0001-01-01T00:00:00Z\"]");
    }

    @Test
    void strings_are_escaped_as_go_does() {
        json.value("\"\\/ \b\f\n\r\t\0\u001f\u007f <>& \u2028\u2029 ä漢\uD83D\uDE00\u0085\uFEFF");

        assertThat(json.toBytes())
                .isEqualTo(("\"\\\"\\\\/ \\b\\f\\n\\r\\t\\u0000\\u001f\u007f \\u003c\\u003e\\u0026 \\u2028\\u2029 "
                                + "ä漢\uD83D\uDE00\u0085\uFEFF\"")
                        .getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void lone_surrogates_become_escaped_replacement_characters() {
        json.value("a\uDCFF\uDC80\uD83Db");

        assertThat(json).hasToString("\"a\\ufffd\\ufffd\\ufffdb\"");
    }

    @Test
    void unsigned_numbers_keep_their_64_bits() {
        json.beginArray().valueUnsigned(-1).value(-1).valueUnsigned(7).endArray();

        assertThat(json).hasToString("[18446744073709551615,-1,7]");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 9, 10, 1234567890, 1_000_000_000_000_000_000L, Long.MAX_VALUE, -1, Long.MIN_VALUE})
    void whole_numbers_have_all_their_digits(long number) {
        json.beginArray();
        for (int i = 0; i < 100; i++) {
            json.value(number);
        }
        assertThat(json.endArray())
                .hasToString(Collections.nCopies(100, number).toString().replace(" ", ""));
    }

    /** Expected: printed by Go. */
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, -0",
        "1, 1",
        "-2.5, -2.5",
        "0.1, 0.1",
        "100, 100",
        "1e20, 100000000000000000000",
        "1e21, 1e+21",
        "-1.25e22, -1.25e+22",
        "0.000001, 0.000001",
        "0.00000123, 0.00000123",
        "1e-7, 1e-7",
        "1.5e-9, 1.5e-9",
        "1e-10, 1e-10",
        "5e-324, 5e-324",
        "1.7976931348623157e308, 1.7976931348623157e+308",
        "0.5123, 0.5123"
    })
    void floating_point_numbers_are_printed_as_go_does(double number, String expected) {
        assertThat(json.value(number)).hasToString(expected);
    }

    @Test
    void numbers_json_lacks_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> json.value(Double.NaN));
    }

    @Test
    void hex_words_have_all_their_digits() {
        assertThat(json.valueHex(0x0123456789abcdefL, -2)).hasToString("\"0123456789abcdeffffffffffffffffe\"");
    }

    @Test
    void bytes_are_written_in_base64_with_padding() {
        assertThat(json.beginArray()
                        .valueBase64(new byte[] {-1, -17, 0, 1})
                        .valueBase64(new byte[0])
                        .endArray())
                .hasToString("[\"/+8AAQ==\",\"\"]");
    }

    @Test
    void a_reset_writer_starts_anew() {
        json.beginArray().value(1).value("x".repeat(5_000));
        json.reset();
        json.value(2);

        assertThat(json.size()).isEqualTo(1);
        assertThat(json.buffer()[0]).isEqualTo((byte) '2');
    }
}
