package dev.coffer.backend.sftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.BackendOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    private static final String VARIABLE = "COFFER_SFTP_PASSWORD";

    @TempDir
    private Path folder;

    private static Secrets secrets(Map<String, String> options) {
        return new Secrets(new BackendOptions(options, Map.of(VARIABLE, "from the environment")), "password", VARIABLE);
    }

    @Test
    void a_secret_is_in_the_environment() throws IOException {
        assertThat(secrets(Map.of()).read()).contains("from the environment");
    }

    @Test
    void or_in_a_file() throws IOException {
        Path file = Files.writeString(folder.resolve("password"), " from a file\n");

        assertThat(secrets(Map.of("sftp.password-file", file.toString())).read())
                .contains(" from a file");
    }

    @Test
    void or_printed_by_a_command() throws IOException {
        assertThat(secrets(Map.of("sftp.password-command", "echo 'from a command'"))
                        .read())
                .contains("from a command");
    }

    @Test
    void or_nowhere() throws IOException {
        assertThat(new Secrets(BackendOptions.none(), "password", VARIABLE).read())
                .isEmpty();
    }

    @Test
    void a_file_that_cannot_be_read_is_told() {
        assertThatThrownBy(() -> secrets(Map.of("sftp.password-file", folder + "/missing"))
                        .read())
                .isInstanceOf(BackendException.Rejected.class)
                .hasMessageContaining("missing");
    }

    @Test
    void a_command_that_fails_is_told_without_its_arguments() {
        assertThatThrownBy(() -> secrets(Map.of("sftp.password-command", "sh -c 'exit 3' xyzzy"))
                        .read())
                .isInstanceOf(BackendException.Rejected.class)
                .hasMessageContaining("exit code 3")
                .message()
                .doesNotContain("xyzzy");
    }

    @Test
    void the_text_form_tells_nothing() {
        assertThat(secrets(Map.of())).hasToString("password");
    }
}
