package dev.coffer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.cli.CliRun.Result;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RewriteCommandTest extends BackupTestCase {

    @BeforeEach
    void backUp() throws IOException {
        write("letters/open", "letters/secret", "Notes");
        backedUp("--host", "web1", "--time", "2024-05-01 12:00:00", source.toString());
    }

    private Result rewrite(String arguments) {
        return user.run(Stream.concat(Stream.of("rewrite"), Stream.of(arguments.split(" ")))
                .filter(word -> !word.isEmpty())
                .toArray(String[]::new));
    }

    private void rewritten(String arguments) {
        Result result = rewrite(arguments);
        assertThat(result.exitCode()).as(result.toString()).isZero();
    }

    @Test
    void what_is_excluded_is_missing_in_the_new_snapshot() {
        rewritten("--exclude secret --forget");
        assertThat(saved()).containsExactlyInAnyOrder("letters", "letters/open", "Notes");
    }

    @Test
    void upper_and_lower_case_may_count_as_equal() {
        rewritten("--iexclude NOTES --forget");
        assertThat(saved()).containsExactlyInAnyOrder("letters", "letters/open", "letters/secret");
    }

    @Test
    void nothing_but_what_is_included_is_in_the_new_snapshot() {
        rewritten("--include letters/open --forget");
        assertThat(saved()).containsExactlyInAnyOrder("letters", "letters/open");
    }

    @Test
    void the_old_snapshot_stays_if_nothing_else_is_said() {
        Result result = rewrite("--exclude secret");
        assertThat(result.out()).contains(" stays, beside the new ").endsWith("Changed 1 snapshot.\n");
        assertThat(snapshotCount()).isEqualTo(2);
        assertThat(snapshots()).contains("\"tags\":[\"rewrite\"]");
    }

    @Test
    void the_old_snapshot_goes_if_it_is_to_be_forgotten() {
        assertThat(rewrite("--exclude secret --forget").out()).contains(" is now ");
        assertThat(snapshotCount()).isOne();
        assertThat(snapshots()).doesNotContain("\"tags\"");
    }

    @Test
    void host_and_time_can_be_changed() {
        rewritten("--new-host web2 --forget");
        Result result = user.run("rewrite", "--new-time", "1999-01-01 11:11:11", "--forget");
        assertThat(result.exitCode()).as(result.toString()).isZero();
        assertThat(snapshots()).contains("\"time\":\"1999-01-01T11:11:11", "\"hostname\":\"web2\"");
    }

    @Test
    void a_dry_run_changes_nothing_and_says_what_it_would() {
        String before = snapshots();
        Result result = rewrite("--exclude secret --forget --dry-run");
        assertThat(result.out()).contains("Would change snapshot ").endsWith("Would change 1 snapshot.\n");
        assertThat(snapshots()).isEqualTo(before);
    }

    @Test
    void filters_leave_other_snapshots_alone() {
        String before = snapshots();
        assertThat(rewrite("--exclude secret --forget --host other").out()).isEqualTo("Changed 0 snapshots.\n");
        assertThat(snapshots()).isEqualTo(before);
    }

    @Test
    void what_makes_no_sense_is_refused() {
        String before = snapshots();
        Map<String, String> messages = Map.of(
                "", "Nothing to do",
                "--new-host=", "Nothing to do",
                "--include a --exclude b", "cannot be given together",
                "--exclude [", "[",
                "--new-time yesterday", "'yesterday' is not a time");
        messages.forEach((arguments, message) -> {
            Result result = rewrite(arguments);
            assertThat(result.exitCode()).as(result.toString()).isOne();
            assertThat(result.err()).contains(message);
        });
        assertThat(snapshots()).isEqualTo(before);
    }
}
