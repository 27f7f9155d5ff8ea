package dev.coffer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.cli.CliRun.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which files are read, and what comes of a backup without changes or in a dry run. */
class BackupChangesTest extends BackupTestCase {

    /** A file of the working directory, in whose tree there is nothing else that could change. */
    private static final String LASTING_FILE = "pom.xml";

    private static final FileTime TIME = FileTime.fromMillis(1_600_000_000_000L);

    private Path writeAtSameTime(String name, String content) throws IOException {
        return Files.setLastModifiedTime(write(source.resolve(name), content), TIME);
    }

    /** Backs up a file, overwrites it, backs it up again, and returns what the second snapshot holds. */
    private String afterOverwriting(String... options) throws IOException {
        writeAtSameTime("file", "old");
        backedUp(path("file"));
        writeAtSameTime("file", "new");
        return contentAfterBackup(options);
    }

    /** The same, with another file in the place of the first. */
    private String afterReplacing(String... options) throws IOException {
        writeAtSameTime("file", "old");
        backedUp(path("file"));
        Files.move(writeAtSameTime("other", "new"), source.resolve("file"), StandardCopyOption.REPLACE_EXISTING);
        return contentAfterBackup(options);
    }

    private String contentAfterBackup(String... options) {
        backedUp(Stream.concat(Stream.of(options), Stream.of(path("file"))).toArray(String[]::new));
        return user.run("dump", "latest", path("file")).out();
    }

    @Test
    void a_file_overwritten_at_the_same_time_is_known_by_its_ctime() throws IOException {
        assertThat(afterOverwriting()).isEqualTo("new");
    }

    @Test
    void the_ctime_can_be_ignored() throws IOException {
        assertThat(afterOverwriting("--ignore-ctime")).isEqualTo("old");
    }

    @Test
    void another_file_is_known_by_its_inode() throws IOException {
        assertThat(afterReplacing("--ignore-ctime")).isEqualTo("new");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--ignore-inode", "--ignore-inode --ignore-ctime"})
    void the_inode_can_be_ignored_and_the_ctime_with_it(String options) throws IOException {
        assertThat(afterReplacing(options.split(" "))).isEqualTo("old");
    }

    @Test
    void without_changes_there_need_be_no_snapshot() {
        backedUp(LASTING_FILE);
        assertThat(backedUp("--skip-if-unchanged", LASTING_FILE).out()).contains("skipped creating snapshot");
        assertThat(snapshotCount()).isEqualTo(1);
    }

    @Test
    void a_skipped_snapshot_has_no_id() {
        backedUp(LASTING_FILE);
        assertThat(backedUp("--skip-if-unchanged", "--json", LASTING_FILE).out())
                .contains("\"message_type\":\"summary\"")
                .doesNotContain("snapshot_id");
    }

    @Test
    void without_changes_there_is_a_snapshot_by_default() {
        backedUp(LASTING_FILE);
        backedUp(LASTING_FILE);
        assertThat(snapshotCount()).isEqualTo(2);
    }

    @Test
    void a_change_is_not_skipped() throws IOException {
        write("file");
        backedUp("--skip-if-unchanged", path("file"));
        write(source.resolve("file"), "changed");
        assertThat(backedUp("--skip-if-unchanged", path("file")).out()).contains("saved");
        assertThat(snapshotCount()).isEqualTo(2);
    }

    private List<Path> stored() throws IOException {
        try (Stream<Path> files = Files.walk(home.resolve("repo"))) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-n", "--dry-run"})
    void a_dry_run_stores_nothing_and_tells_what_it_would(String option) throws IOException {
        write("file");
        List<Path> before = stored();
        Result result = backedUp(option, path("file"));
        assertThat(result.out()).contains("Would add to the repository").doesNotContain("saved");
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void a_dry_run_is_told_as_such_in_json() throws IOException {
        write("file");
        assertThat(backedUp("--dry-run", "--json", path("file")).out()).contains("\"files_new\":1", "\"dry_run\":true");
    }

    @Test
    void a_dry_run_leaves_nothing_for_later_runs_to_believe_in() throws IOException {
        write("file");
        backedUp("--dry-run", path("file"));
        assertThat(backedUp(path("file")).out()).contains("1 new");
        assertThat(user.run("check", "--read-data").exitCode()).isZero();
    }

    @Test
    void many_files_may_be_read_at_a_time() throws IOException {
        write("a", "b", "c", "d", "e");
        backedUp("--read-concurrency", "8", source.toString());
        assertThat(saved()).containsExactly("a", "b", "c", "d", "e");
    }

    @Test
    void zero_files_at_a_time_stand_for_the_default() throws IOException {
        write("a");
        user = user.with("RESTIC_READ_CONCURRENCY", "0");
        backedUp(source.toString());
        user = user.with("RESTIC_READ_CONCURRENCY", "many");
        backedUp("--read-concurrency", "0", source.toString());
        assertThat(saved()).containsExactly("a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "many", "", "1.5", "99999999999"})
    void a_number_of_files_that_cannot_be_is_refused(String number) throws IOException {
        write("a");
        assertRefused(backup("--read-concurrency=" + number, path("a")), "'" + number + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "many"})
    void so_is_one_in_the_environment(String number) throws IOException {
        write("a");
        user = user.with("RESTIC_READ_CONCURRENCY", number);
        assertRefused(backup(path("a")), "'" + number + "'");
    }

    @Test
    void the_option_wins_over_the_environment() throws IOException {
        write("a");
        user = user.with("RESTIC_READ_CONCURRENCY", "many");
        backedUp("--read-concurrency", "1", path("a"));
    }
}
