package dev.coffer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.cli.CliRun.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code forget} on a repository with snapshots of three days, the last with a tag. */
class ForgetCommandTest {

    @TempDir
    private Path home;

    private CliRun user;

    @BeforeEach
    void backUpOnThreeDays() throws IOException {
        user = CliRun.at(home);
        String source = Files.createDirectory(home.resolve("source")).toString();

        for (String day : List.of("01", "02", "03")) {
            Files.writeString(home.resolve("source/file"), "content of day " + day);
            String tag = day.equals("03") ? "last" : "early";
            user.run("backup", "--host", "web1", "--time", "2024-05-" + day + " 12:00:00", "--tag", tag, source);
        }
    }

    private Result forget(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "forget";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return user.run(all);
    }

    private List<String> times() {
        return user.run("snapshots", "--json")
                .out()
                .lines()
                .flatMap(line -> List.of(line.split("\"time\":\"")).stream().skip(1))
                .map(text -> text.substring(0, 10))
                .toList();
    }

    @Test
    void what_the_policy_does_not_keep_is_removed() {
        Result result = forget("--keep-last", "1");
        assertThat(result.exitCode()).as(result.toString()).isZero();
        assertThat(result.out()).contains("last snapshot", "Removed 2 snapshots.");
        assertThat(times()).containsExactly("2024-05-03");
    }

    @Test
    void snapshots_that_were_named_are_removed_without_a_policy() {
        assertThat(forget("latest").exitCode()).isZero();
        assertThat(times()).containsExactly("2024-05-01", "2024-05-02");
    }

    @Test
    void a_dry_run_removes_nothing_and_says_what_it_would() {
        Result result = forget("--keep-last", "1", "--dry-run");
        assertThat(result.out()).contains("Would be kept:", "Would be removed:", "Would remove 2 snapshots: ");
        assertThat(times()).hasSize(3);
    }

    @Test
    void filters_leave_other_snapshots_alone() {
        assertThat(forget("--tag", "early", "--keep-last", "1").exitCode()).isZero();
        assertThat(times()).containsExactly("2024-05-02", "2024-05-03");
    }

    @Test
    void a_letter_that_means_the_host_elsewhere_means_hours_here() {
        assertThat(forget("-H", "2").exitCode()).isZero();
        assertThat(times()).containsExactly("2024-05-02", "2024-05-03");
    }

    @Test
    void all_of_a_tag_can_be_removed_if_that_is_asked_for_in_so_many_words() {
        assertThat(forget("--tag", "early", "--unsafe-allow-remove-all").exitCode())
                .isZero();
        assertThat(times()).containsExactly("2024-05-03");
    }

    /** In one test, since making the snapshots takes a while. */
    @Test
    void what_would_remove_too_much_or_makes_no_sense_is_refused() {
        Map<String, String> messages = Map.of(
                "", "give --keep options",
                "--unsafe-allow-remove-all", "needs a filter",
                "--keep-tag unknown", "keeps none of the 3 snapshots",
                "--keep-last -1", "'-1' is neither a number nor unlimited",
                "--keep-within 3w", "3w",
                "--keep-last 1 --no-lock", "--no-lock goes with --dry-run only",
                "--keep-last 1 --group-by weather", "weather");
        messages.forEach((arguments, message) -> {
            Result result = forget(arguments.isEmpty() ? new String[0] : arguments.split(" "));
            assertThat(result.exitCode()).as(result.toString()).isOne();
            assertThat(result.err()).contains(message);
        });
        assertThat(times()).hasSize(3);
    }

    @Test
    void json_tells_the_decisions_of_each_group() {
        Result result = forget("--keep-last", "1", "--json", "--group-by", "tags");
        assertThat(result.out())
                .startsWith("[{\"tags\":[\"early\"],\"host\":\"\",\"paths\":null,\"keep\":[{\"time\":\"2024-05-02")
                .contains("\"reasons\":[{\"snapshot\":{\"time\":\"2024-05-02", "\"matches\":[\"last snapshot\"]}]")
                .endsWith("}]}]\n")
                .hasLineCount(1);
        assertThat(times()).containsExactly("2024-05-02", "2024-05-03");
    }

    @Test
    void json_says_nothing_of_snapshots_that_were_named() {
        assertThat(forget("latest", "--json").out()).isEmpty();
    }

    @Test
    void data_of_removed_snapshots_go_if_that_is_asked_for() {
        Result result = forget("--keep-last", "1", "--prune");
        assertThat(result.exitCode()).as(result.toString()).isZero();
        assertThat(result.out())
                .contains("Removed 2 snapshots.", "To be freed: ")
                .endsWith("done\n");
        assertThat(user.run("check", "--read-data").exitCode()).isZero();
    }

    @Test
    void nothing_is_pruned_if_nothing_was_removed() {
        assertThat(forget("--keep-last", "3", "--prune").out()).doesNotContain("To be freed");
    }

    @Test
    void a_dry_run_tells_what_would_be_pruned_then() {
        Result result = forget("--keep-last", "1", "--prune", "--dry-run");
        assertThat(result.out())
                .contains("Would remove 2 snapshots: ", "Would free ")
                .doesNotContain("Would free 0 B");
        assertThat(times()).hasSize(3);
    }

    @Test
    void json_says_nothing_of_what_is_pruned() {
        assertThat(forget("--keep-last", "1", "--prune", "--json").out())
                .startsWith("[{")
                .hasLineCount(1);
    }
}
