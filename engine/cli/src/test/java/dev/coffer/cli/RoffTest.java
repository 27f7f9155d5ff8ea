package dev.coffer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoffTest {

    private static String text(String... lines) {
        return new Roff().text(List.of(lines)).toString();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {"a-b, a\\-b", "a\\b, a\\(rsb", "'x', \\(aqx\\(aq", "\"x\", \\(dqx\\(dq", "`~^, \\(ga\\(ti\\(ha"})
    void characters_that_mean_something_else_to_roff_are_escaped(String plain, String escaped) {
        assertThat(Roff.plain(plain)).isEqualTo(escaped);
    }

    @Test
    void characters_beyond_ascii_are_named() {
        assertThat(Roff.plain("…")).isEqualTo("\\[u2026]");
    }

    @Test
    void a_dot_that_begins_a_line_is_no_request() {
        assertThat(text(".conf files")).isEqualTo("\\&.conf files\n");
        assertThat(new Roff().entry(".x", ".y").toString()).isEqualTo(".TP\n\\&.x\n\\&.y\n");
    }

    @Test
    void a_quote_that_begins_a_line_is_no_request() {
        assertThat(text("'x")).isEqualTo("\\(aqx\n");
    }

    @Test
    void indented_lines_stay_as_they_are() {
        assertThat(text("How:", "  a", "  b", "", "More.")).isEqualTo("""
                How:
                .EX
                  a
                  b
                .EE
                .PP
                More.
                """);
    }

    @Test
    void words_of_capitals_stand_for_something() {
        assertThat(Roff.withPlaceholders("-x=ID[:N]")).isEqualTo("\\-x=\\fIID\\fR[:\\fIN\\fR]");
    }
}
