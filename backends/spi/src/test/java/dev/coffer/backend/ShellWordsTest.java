package dev.coffer.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShellWordsTest {

    @Test
    void words_are_split_as_a_shell_does() {
        assertThat(ShellWords.split("pass show 'my backup' \"a \\\"b\\\"\" c\\ d ''"))
                .containsExactly("pass", "show", "my backup", "a \"b\"", "c d", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"echo 'a", "echo \"a", "echo \\", "", "  "})
    void what_is_no_command_is_refused(String text) {
        assertThatThrownBy(() -> ShellWords.split(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
