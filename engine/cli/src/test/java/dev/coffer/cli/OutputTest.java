package dev.coffer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutputTest {

    @Test
    void where_both_streams_end_in_one_place_all_stands_in_the_order_it_was_told() throws IOException {
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        Output output = new Output(
                new Surroundings(new Environment(Map.of()), InputStream.nullInputStream(), log, log, Terminal.NONE));
        output.line("result");
        output.message("failure");
        assertThat(log.toString(StandardCharsets.UTF_8)).isEqualTo("result\nfailure\n");
    }

    private static final String HOSTILE = "a\u001b]0;title\u0007\u001b[2Jb\rc\u009b1md";
    private static final String HARMLESS = "a\\u001b]0;title\\u0007\\u001b[2Jb\\u000dc\\u009b1md";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private Output output(boolean terminal) {
        return new Output(new Surroundings(
                new Environment(Map.of()),
                InputStream.nullInputStream(),
                out,
                err,
                new Terminal(false, terminal, terminal, 80)));
    }

    @Test
    void on_a_terminal_names_are_shown_and_do_nothing() throws IOException {
        output(true).line(HOSTILE);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(HARMLESS + "\n");
    }

    @Test
    void elsewhere_they_are_what_they_are() throws IOException {
        Output output = output(false);
        output.line(HOSTILE);
        output.flush();
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(HOSTILE + "\n");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void messages_never_command_a_terminal(boolean terminal) {
        output(terminal).message(HOSTILE);
        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo(HARMLESS + "\n");
    }

    @Test
    void a_byte_that_is_no_text_goes_to_no_terminal() {
        output(true).message("a\udc9b1m");
        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("a\ufffd1m\n");
    }

    @Test
    void nor_does_the_status() {
        output(true).status("first\n" + HOSTILE);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("first " + HARMLESS);
    }
}
