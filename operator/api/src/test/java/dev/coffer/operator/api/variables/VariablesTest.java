package dev.coffer.operator.api.variables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VariablesTest {

    private final Variables variables = new Variables(Map.of("NAME", "orders", "EMPTY", "", "path_1", "/data"));

    @ParameterizedTest
    @CsvSource({
        "${NAME}, orders",
        "--name=${NAME}, --name=orders",
        "${NAME}${path_1}, orders/data",
        "${NAME:=other}, orders",
        "${NONE:=other}, other",
        "${NONE:=}, ''",
        "${NONE:=a b=c:d}, a b=c:d",
        "${EMPTY}, ''",
        "${EMPTY:=other}, other"
    })
    void a_variable_gives_way_to_its_value_or_its_default(String text, String resolved) throws Exception {
        assertThat(variables.resolve(text)).isEqualTo(resolved);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "$NAME",
                "$(NAME)",
                "${NAME",
                "${}",
                "${1NAME}",
                "${NAME:-other}",
                "${a-b}",
                "{{ .Name }}",
                "$$"
            })
    void what_is_no_variable_stays(String text) throws Exception {
        assertThat(variables.resolve(text)).isEqualTo(text);
    }

    @Test
    void a_value_is_taken_as_it_is() throws Exception {
        Variables odd = new Variables(Map.of("A", "${B} $1 \\ \"quoted\"", "B", "b"));
        assertThat(odd.resolve("<${A}>")).isEqualTo("<${B} $1 \\ \"quoted\">");
    }

    @Test
    void all_variables_without_value_and_default_are_named_at_once() {
        assertThatThrownBy(() -> variables.resolve("${B} ${A} ${NAME} ${A} ${C:=c}"))
                .isInstanceOfSatisfying(
                        UnresolvedVariablesException.class,
                        e -> assertThat(e.names()).containsExactly("A", "B"))
                .hasMessageContaining("A, B")
                .hasMessageContaining("params");
    }

    @Test
    void every_text_of_an_object_is_resolved_and_nothing_else() throws Exception {
        assertThat(variables.resolve(json("""
                {"args": ["${NAME}", 5, true, null], "mount": {"name": "${NAME}", "${NAME}": "${path_1}"}}"""))).isEqualTo(json("""
                {"args": ["orders", 5, true, null], "mount": {"name": "orders", "orders": "/data"}}"""));
    }

    @Test
    void variables_missing_anywhere_in_an_object_are_named_at_once() {
        assertThatThrownBy(() -> variables.resolve(json("""
                {"a": ["${X}"], "b": {"c": "${Y}"}}"""))).hasMessageContaining("X, Y");
    }

    @Test
    void an_object_itself_stays_as_it_is() throws Exception {
        JsonNode object = json("""
                {"name": "${NAME}"}""");
        variables.resolve(object);
        assertThat(object.get("name").textValue()).isEqualTo("${NAME}");
    }

    @Test
    void values_count_before_those_that_are_added() throws Exception {
        Variables both = variables.orElse(Map.of("NAME", "other", "MORE", "more"));
        assertThat(both.resolve("${NAME} ${MORE}")).isEqualTo("orders more");
    }

    private static JsonNode json(String text) throws Exception {
        return new ObjectMapper().readTree(text);
    }
}
