package dev.coffer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.cli.CliRun.Result;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where {@code backup} takes the names of files from. */
class BackupTargetsTest extends BackupTestCase {

    private String list(String content) throws IOException {
        return write(home.resolve("list"), content).toString();
    }

    @Test
    void a_list_holds_wildcards_and_comments() throws IOException {
        write("a.txt", "b.txt", "c.log", "#d");
        backedUp("--files-from", list("# texts\n\n  " + path("*.txt") + "  \n#" + path("c.log") + "\n"));
        assertThat(saved()).containsExactly("a.txt", "b.txt");
    }

    @Test
    void a_wildcard_that_fits_nothing_is_told_and_the_rest_backed_up() throws IOException {
        write("a.txt");
        Result result = backedUp("--files-from", list(path("*.txt") + "\n" + path("*.jpg") + "\n"));
        assertThat(result.err()).contains(path("*.jpg")).contains("skipping");
        assertThat(saved()).containsExactly("a.txt");
    }

    @Test
    void a_verbatim_list_has_no_special_characters() throws IOException {
        write("*.txt", "a.txt", " b ");
        backedUp("--files-from-verbatim", list(path("*.txt") + "\n\n" + path(" b ") + "\n"));
        assertThat(saved()).containsExactly(" b ", "*.txt");
    }

    @Test
    void a_raw_list_may_hold_names_of_two_lines() throws IOException {
        write("two\nlines", "two");
        backedUp("--files-from-raw", list(path("two\nlines") + "\0"));
        assertThat(user.run("dump", "latest", path("two\nlines")).out()).isEqualTo("two\nlines");
        assertThat(user.run("dump", "latest", path("two")).exitCode()).isEqualTo(1);
    }

    @Test
    void a_raw_list_that_may_be_cut_off_is_refused() throws IOException {
        write("a");
        assertRefused(backup("--files-from-raw", list(path("a") + "\0" + path("b"))), "cut off");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--files-from", "--files-from-verbatim"})
    void a_list_may_come_on_standard_input(String option) throws IOException {
        write("a", "b");
        user = user.typing(path("b") + "\n");
        backedUp(option, "-");
        assertThat(saved()).containsExactly("b");
    }

    @Test
    void a_raw_list_may_come_on_standard_input() throws IOException {
        write("a", "b");
        user = user.typing(path("b") + "\0");
        backedUp("--files-from-raw", "-");
        assertThat(saved()).containsExactly("b");
    }

    @Test
    void lists_and_arguments_add_up() throws IOException {
        write("a", "b", "c", "d");
        Path other = write(home.resolve("other"), path("b") + "\n");
        backedUp("--files-from", list(path("a") + "\n"), "--files-from", other.toString(), path("c"));
        assertThat(saved()).containsExactly("a", "b", "c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--files-from", "--files-from-verbatim", "--files-from-raw"})
    void a_list_that_does_not_exist_is_named(String option) throws IOException {
        write("a");
        assertRefused(backup(option, home.resolve("no-list").toString(), path("a")), "no-list");
    }

    @Test
    void an_empty_list_leaves_nothing_to_back_up() throws IOException {
        assertRefused(backup("--files-from", list("# nothing\n")), "nothing to back up");
    }
}
