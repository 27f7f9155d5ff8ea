package dev.coffer.engine.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {

    private enum Key {
        ID,
        LENGTH,
        UNCOMPRESSED_LENGTH,
        OTHER
    }

    private static final JsonNames<Key> KEYS =
            JsonNames.of(Key.OTHER, key -> key.name().toLowerCase(Locale.ROOT));

    @Test
    void values_come_in_the_order_they_stand_in() throws Exception {
        JsonReader json = reader(" { \"a\" : [ 1 , -2,\t3.5 , true,null ] ,\r\n\"b\":{}, \"c\":\"x\"}\n ");

        json.beginObject();
        assertThat(json.nextName()).isEqualTo("a");
        json.beginArray();
        assertThat(json.nextInt()).isEqualTo(1);
        assertThat(json.nextLong()).isEqualTo(-2);
        assertThat(json.nextDouble()).isEqualTo(3.5);
        assertThat(json.nextBoolean()).isTrue();
        assertThat(json.isNull()).isTrue();
        json.nextNull();
        assertThat(json.hasNext()).isFalse();
        json.endArray();
        assertThat(json.hasNext()).isTrue();
        assertThat(json.nextName()).isEqualTo("b");
        json.beginObject();
        assertThat(json.hasNext()).isFalse();
        json.endObject();
        assertThat(json.nextName()).isEqualTo("c");
        assertThat(json.nextString()).isEqualTo("x");
        json.endObject();
        json.endDocument();
    }

    @Test
    void expected_names_are_recognised_and_others_can_be_asked_for() throws Exception {
        JsonReader json = reader("{\"length\":1,\"\":2,\"i\\u0064\":3,\"ä\":4,\"uncompressed_length\":5}");

        json.beginObject();
        assertThat(json.nextName(KEYS)).isEqualTo(Key.LENGTH);
        json.skipValue();
        assertThat(json.nextName(KEYS)).isEqualTo(Key.OTHER);
        assertThat(json.lastName()).isEmpty();
        json.skipValue();
        assertThat(json.nextName(KEYS)).isEqualTo(Key.ID);
        json.skipValue();
        assertThat(json.nextName(KEYS)).isEqualTo(Key.OTHER);
        assertThat(json.lastName()).isEqualTo("ä");
        json.skipValue();
        assertThat(json.nextName(KEYS)).isEqualTo(Key.UNCOMPRESSED_LENGTH);
    }

    @Test
    void each_time_is_the_one_that_stands_there() throws Exception {
        String zero = "0001-01-01T00:00:00Z";
        String one = "2026-11-27T15:04:05.123+01:00";
        String other = "2026-11-27T15:04:05.124+01:00";
        List<String> times = List.of(zero, one, one, other, one, zero, other, other);
        JsonReader json = reader("[\"" + String.join("\",\"", times) + "\"]");

        json.beginArray();
        for (String time : times) {
            assertThat(json.nextTime()).isEqualTo(GoTime.parse(time));
        }
        assertThat(json.hasNext()).isFalse();
    }

    @Test
    void a_time_after_one_that_is_none_is_read() throws Exception {
        JsonReader json = reader("[\"2026-11-27T15:04:05Z\",\"yesterday\",\"yesterday\",\"2026-11-27T15:04:05Z\"]");

        json.beginArray();
        json.nextTime();
        assertThatExceptionOfType(MalformedJson.class).isThrownBy(json::nextTime);
        assertThatExceptionOfType(MalformedJson.class).isThrownBy(json::nextTime);
        assertThat(json.nextTime()).isEqualTo(GoTime.parse("2026-11-27T15:04:05Z"));
    }

    @Test
    void escapes_in_strings_are_resolved() throws Exception {
        assertThat(reader("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e4\\ud83d\\ude00 ä漢\uD83D\uDE00\"")
                        .nextString())
                .isEqualTo("\"\\/\b\f\n\r\tä\uD83D\uDE00 ä漢\uD83D\uDE00");
    }

    @ParameterizedTest
    @CsvSource({
        "5c7564633830, \uFFFD",
        "5c7564383364, \uFFFD",
        "5c75643833645c6e, '\uFFFD\n'",
        "5c75643833645c7564383364, \uFFFD\uFFFD",
        "ff, \uFFFD",
        "e28261, \uFFFD\uFFFDa",
        "eda080, \uFFFD\uFFFD\uFFFD",
        "c0af, \uFFFD\uFFFD",
        "f4908080, \uFFFD\uFFFD\uFFFD\uFFFD",
        "e280, \uFFFD\uFFFD"
    })
    void what_is_not_unicode_becomes_replacement_characters(String hexInside, String expected) throws Exception {
        assertThat(new JsonReader(HexFormat.of().parseHex("22" + hexInside + "22")).nextString())
                .isEqualTo(expected);
    }

    @Test
    void numbers_of_64_bits_are_read_signed_and_unsigned() throws Exception {
        JsonReader json = reader("[18446744073709551615,9223372036854775807,-9223372036854775808,0]");

        json.beginArray();
        assertThat(json.nextUnsignedLong()).isEqualTo(-1);
        assertThat(json.nextLong()).isEqualTo(Long.MAX_VALUE);
        assertThat(json.nextLong()).isEqualTo(Long.MIN_VALUE);
        assertThat(json.nextUnsignedLong()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "1e3", "9223372036854775808", "\"1\"", "true", "01", "-", "", "+1", "1."})
    void what_is_no_whole_number_is_refused(String text) {
        assertThatExceptionOfType(MalformedJson.class).isThrownBy(() -> {
            JsonReader json = reader(text);
            json.nextLong();
            json.endDocument();
        });
    }

    @Test
    void numbers_that_do_not_fit_are_refused() {
        assertThatExceptionOfType(MalformedJson.class)
                .isThrownBy(() -> reader("2147483648").nextInt());
        assertThatExceptionOfType(MalformedJson.class)
                .isThrownBy(() -> reader("-1").nextUnsignedLong());
        assertThatExceptionOfType(MalformedJson.class)
                .isThrownBy(() -> reader("18446744073709551616").nextUnsignedLong());
    }

    @Test
    void hex_is_read_into_words() throws Exception {
        long[] words = new long[2];
        reader("\"0123456789abcdefFFFFFFFFfffffffe\"").nextHex(words);

        assertThat(words).containsExactly(0x0123456789abcdefL, -2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"0123456789abcde\"", "\"0123456789abcdef0\"", "\"0123456789abcdeg\"", "\"\"", "12", "null"})
    void other_than_the_expected_hex_digits_is_refused(String text) {
        assertThatExceptionOfType(MalformedJson.class)
                .isThrownBy(() -> reader(text).nextHex(new long[1]));
    }

    @Test
    void base64_is_decoded() throws Exception {
        assertThat(reader("\"/+8AAQ==\"").nextBase64()).containsExactly(-1, -17, 0, 1);
        assertThatExceptionOfType(MalformedJson.class)
                .isThrownBy(() -> reader("\"*\"").nextBase64());
    }

    @Test
    void the_raw_text_of_any_value_can_be_kept() throws Exception {
        JsonReader json = reader("[ {\"a\": [1, \"]\\\"\"]} ,1.50, \"ä\\n\"]");

        json.beginArray();
        assertThat(json.nextRaw()).isEqualTo("{\"a\": [1, \"]\\\"\"]}");
        assertThat(json.nextRaw()).isEqualTo("1.50");
        assertThat(json.nextRaw()).isEqualTo("\"ä\\n\"");
    }

    @Test
    void the_position_of_a_mistake_counts_from_the_start_of_the_text() {
        byte[] text = "xx{\"a\":tru}".getBytes(StandardCharsets.UTF_8);

        assertThatExceptionOfType(MalformedJson.class)
                .isThrownBy(() -> new JsonReader(text, 2, text.length - 2).skipValue())
                .withMessageContaining("at byte 8")
                .matches(malformed -> malformed.position() == 8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[",
                "[1,",
                "[1,]",
                "[,1]",
                "[1 2]",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "{a:1}",
                "{\"a\":1 \"b\":2}",
                "[1}",
                "{\"a\":1]",
                "tru",
                "nul",
                "falsey",
                "\"",
                "\"\\",
                "\"\\x\"",
                "\"\\u12\"",
                "\"\\u12g4\"",
                "\"\n\"",
                "-",
                "1e",
                "1e+",
                ".5",
                "01",
                "1.e1",
                "[1]]",
                "{} {}",
                "NaN",
                "'a'"
            })
    void broken_text_is_refused(String text) {
        assertThatExceptionOfType(MalformedJson.class).isThrownBy(() -> {
            JsonReader json = reader(text);
            json.skipValue();
            json.endDocument();
        });
    }

    @Test
    void text_nested_too_deeply_is_refused() {
        assertThatExceptionOfType(MalformedJson.class)
                .isThrownBy(() -> reader("[".repeat(1_000_000)).skipValue())
                .withMessageContaining("deep");
    }

    @Test
    void calls_that_fit_no_text_are_a_programming_mistake() {
        assertThatIllegalStateException().isThrownBy(() -> reader("{}").nextName());
        assertThatIllegalStateException().isThrownBy(() -> reader("{}").endDocument());
    }

    @Test
    void a_stream_is_read_through_a_window_that_grows_with_the_longest_string() throws Exception {
        String longest = "ä\\n".repeat(1000);
        String text =
                "[\"a\", {\"" + longest + "\" : 123456789 }, " + " ".repeat(100) + "\"" + longest + "\",[1,{\"b\":2}]]";
        JsonReader json = new JsonReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), 4);

        json.beginArray();
        assertThat(json.nextString()).isEqualTo("a");
        json.beginObject();
        assertThat(json.nextName(KEYS)).isEqualTo(Key.OTHER);
        assertThat(json.lastName()).isEqualTo("ä\n".repeat(1000));
        assertThat(json.nextLong()).isEqualTo(123456789);
        json.endObject();
        assertThat(json.nextString()).isEqualTo("ä\n".repeat(1000));
        assertThat(json.nextRaw()).isEqualTo("[1,{\"b\":2}]");
        json.endArray();
        json.endDocument();
        assertThat(json.position()).isEqualTo(text.getBytes(StandardCharsets.UTF_8).length);
    }

    @Test
    void a_stream_that_fails_is_malformed_text() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("torn");
            }
        };
        assertThatExceptionOfType(MalformedJson.class)
                .isThrownBy(() -> new JsonReader(broken).peek())
                .withMessageContaining("torn");
    }

    private static JsonReader reader(String text) {
        return new JsonReader(text.getBytes(StandardCharsets.UTF_8));
    }
}
