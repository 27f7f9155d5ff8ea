package dev.coffer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArgumentsTest {

    @Test
    void bytes_that_the_locale_does_not_know_come_back() {
        byte[] commandLine = "java\0-jar\0x.jar\0backup\0caf\u00e9\0".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(Arguments.restore(new String[] {"backup", "caf\uFFFD"}, commandLine))
                .containsExactly("backup", "caf\uDCE9");
    }

    @Test
    void a_command_line_that_does_not_fit_is_not_believed() {
        byte[] commandLine = "java\0other\0caf\u00e9\0".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(Arguments.restore(new String[] {"backup", "caf\uFFFD"}, commandLine))
                .containsExactly("backup", "caf\uFFFD");
    }

    @Test
    void empty_arguments_are_kept() {
        byte[] commandLine = "java\0--tag\0\0\u00e9\0".getBytes(StandardCharsets.UTF_8);
        assertThat(Arguments.restore(new String[] {"--tag", "", "?\uFFFD"}, commandLine))
                .containsExactly("--tag", "", "\u00e9");
    }

    @Test
    void a_number_of_verbosity_becomes_flags() {
        assertThat(Arguments.normalize(List.of("--verbose=2", "--", "--verbose=2")))
                .containsExactly("--verbose", "--verbose", "--", "--verbose=2");
    }
}
