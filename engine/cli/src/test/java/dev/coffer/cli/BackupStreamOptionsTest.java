package dev.coffer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.cli.CliRun.Result;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Backups of standard input, or of what a command prints. */
class BackupStreamOptionsTest extends BackupTestCase {

    private List<String> savedPaths() {
        return user.run("ls", "--quiet", "latest").out().lines().toList();
    }

    private String saved(String path) {
        return user.run("dump", "latest", path).out();
    }

    @Test
    void standard_input_becomes_a_file_called_stdin() {
        user = user.typing("typed");
        backedUp("--stdin");
        assertThat(savedPaths()).containsExactly("/stdin");
        assertThat(saved("/stdin")).isEqualTo("typed");
    }

    @Test
    void the_file_can_be_named() {
        user = user.typing("typed");
        backedUp("--stdin", "--stdin-filename", "dump.sql");
        assertThat(saved("/dump.sql")).isEqualTo("typed");
        assertThat(snapshots()).contains("\"paths\":[\"/dump.sql\"]");
    }

    @Test
    void the_file_may_be_in_folders() {
        user = user.typing("typed");
        backedUp("--stdin", "--stdin-filename", "/db/main/dump.sql");
        assertThat(savedPaths()).containsExactly("/db", "/db/main", "/db/main/dump.sql");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", ".", ".."})
    void the_file_needs_a_name(String name) {
        user = user.typing("typed");
        assertRefused(backup("--stdin", "--stdin-filename", name), "--stdin-filename");
    }

    @Test
    void files_cannot_be_backed_up_along_with_standard_input() throws IOException {
        write("a");
        user = user.typing("typed");
        assertRefused(backup("--stdin", path("a")), "--stdin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--files-from", "--files-from-verbatim", "--files-from-raw"})
    void neither_can_the_files_of_a_list(String option) {
        user = user.typing("typed");
        assertRefused(backup("--stdin", option, "-"), "either a stream or the files of a list");
    }

    @Test
    void the_output_of_a_command_becomes_a_file() {
        backedUp("--stdin-from-command", "--stdin-filename", "out", "--", "printf", "%s-%s", "a b", "-c");
        assertThat(saved("/out")).isEqualTo("a b--c");
    }

    @Test
    void a_command_that_fails_gives_no_snapshot() {
        Result result = backup("--stdin-from-command", "--", "sh", "-c", "echo half; exit 3");
        assertRefused(result, "exit code 3");
    }

    @Test
    void a_command_that_does_not_exist_is_named() {
        assertRefused(backup("--stdin-from-command", "--", "no-such-command-at-all"), "no-such-command-at-all");
    }

    @Test
    void a_command_is_needed() {
        assertRefused(backup("--stdin-from-command"), "needs a command");
    }

    @Test
    void there_is_one_stream_only() {
        assertRefused(backup("--stdin", "--stdin-from-command", "--", "true"), "exclude each other");
    }
}
