package dev.coffer.backend.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "\"\"",
                "{\"a\":{\"b\":[1,-2.5,true,false,null]},\"c\":\"text\"}",
                "[[[]],{}]",
                "\"quote \\\" and backslash \\\\\"",
                "\"\\u0000\\ud83d\\ude00 é\"",
                "12345678901234567890"
            })
    void a_text_in_its_shortest_form_comes_out_as_it_went_in(String text) throws IOException {
        assertThat(parse(text)).hasToString(text);
    }

    @Test
    void spaces_between_values_mean_nothing() throws IOException {
        assertThat(parse(" { \"a\" :\t[ 1 ,\r\n 2 ] } ")).isEqualTo(parse("{\"a\":[1,2]}"));
    }

    @Test
    void escapes_stand_for_characters() throws IOException {
        assertThat(parse("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\"")).isEqualTo(Json.of("\"\\/\b\f\n\r\té"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[1",
                "[1,]",
                "{\"a\"}",
                "{\"a\":}",
                "{a:1}",
                "\"open",
                "\"\\x\"",
                "\"\\u12g4\"",
                "tru",
                "1.2.3",
                "1 2",
                "<html>",
                "\"line\nbreak\""
            })
    void anything_else_is_malformed(String text) {
        assertThatThrownBy(() -> parse(text)).isInstanceOf(MalformedJson.class);
    }

    @Test
    void a_text_that_is_nested_without_end_is_malformed() {
        assertThatThrownBy(() -> parse("[".repeat(100_000))).isInstanceOf(MalformedJson.class);
    }

    @Test
    void what_is_not_there_is_not_found() throws IOException {
        Json value = parse("{\"text\":\"a\",\"number\":7,\"fraction\":1.5,\"array\":[1],\"nothing\":null}");

        assertThat(value.text("text")).contains("a");
        assertThat(value.text("number")).isEmpty();
        assertThat(value.text("absent")).isEmpty();
        assertThat(value.number("number")).isEqualTo(OptionalLong.of(7));
        assertThat(value.number("fraction")).isEmpty();
        assertThat(value.number("text")).isEmpty();
        assertThat(value.elements("array")).containsExactly(Json.of(1));
        assertThat(value.elements("nothing")).isEmpty();
        assertThat(Json.of("a").get("a")).isEmpty();
    }

    @Test
    void an_object_is_built_member_by_member() {
        Json value = Json.object("a", Json.of("x")).with("b", Json.of(1)).with("c", Json.array(Json.of(true)));

        assertThat(value).hasToString("{\"a\":\"x\",\"b\":1,\"c\":[true]}");
    }

    @Test
    void a_long_array_is_handed_out_element_by_element() throws IOException {
        List<Json> seen = new ArrayList<>();
        Json.forEach(stream("[1, {\"a\": 2}, []]"), seen::add);

        assertThat(seen).containsExactly(Json.of(1), Json.object("a", Json.of(2)), Json.array());
    }

    @Test
    void so_is_one_within_an_object() throws IOException {
        List<Json> seen = new ArrayList<>();
        Json rest = Json.forEach(stream("{\"files\":[1,2],\"next\":\"x\"}"), "files", seen::add);

        assertThat(seen).containsExactly(Json.of(1), Json.of(2));
        assertThat(rest.text("next")).contains("x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1,2", "{\"a\":1}", "[1] 2", ""})
    void an_array_that_is_none_or_breaks_off_is_malformed(String text) {
        assertThatThrownBy(() -> Json.forEach(stream(text), _ -> {})).isInstanceOf(MalformedJson.class);
    }

    private static Json parse(String text) throws IOException {
        return Json.parse(text.getBytes(StandardCharsets.UTF_8));
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
