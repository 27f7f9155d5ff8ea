package dev.coffer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.cli.CliRun.Result;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a new snapshot says about itself, and which one it is compared with. */
class BackupLabelsTest extends BackupTestCase {

    private static final String NO_PARENT = "Compared with no snapshot";
    private static final String PARENT = "Compared with snapshot ";

    @BeforeEach
    void writeFiles() throws IOException {
        write("a", "b");
    }

    @Test
    void the_time_is_that_of_the_local_clock() {
        backedUp("--time", "2020-02-29 03:04:05", path("a"));
        assertThat(snapshots()).contains("\"time\":\"2020-02-29T03:04:05");
        assertThat(user.run("snapshots").out()).contains("2020-02-29 03:04:05");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "2020-01-02",
                "2020-01-02T03:04:05",
                "2020-13-01 00:00:00",
                "2021-02-29 00:00:00",
                "2020-01-02 24:00:00"
            })
    void a_time_that_does_not_exist_is_refused(String time) {
        assertRefused(backup("--time", time, path("a")), "'" + time + "' is not a time");
    }

    @Test
    void tags_of_several_options_add_up() {
        backedUp("--tag", "daily, db", "--tag", "home", path("a"));
        assertThat(snapshots()).contains("\"tags\":[\"daily\",\"db\",\"home\"]");
    }

    @Test
    void an_empty_tag_is_none() {
        backedUp("--tag", "", path("a"));
        assertThat(snapshotCount()).isEqualTo(1);
        assertThat(snapshots()).doesNotContain("\"tags\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-H", "--host"})
    void the_host_can_be_named(String option) {
        backedUp(option, "web1", path("a"));
        assertThat(snapshots()).contains("\"hostname\":\"web1\"");
    }

    @Test
    void the_host_can_be_named_by_the_environment() {
        user = user.with("RESTIC_HOST", "web2");
        backedUp(path("a"));
        assertThat(snapshots()).contains("\"hostname\":\"web2\"");
    }

    @Test
    void the_option_for_the_host_wins_over_the_environment() {
        user = user.with("RESTIC_HOST", "web2");
        backedUp("--host", "web1", path("a"));
        assertThat(snapshots()).contains("\"hostname\":\"web1\"");
    }

    /** What a second backup says if the first was of the same file, of host h with the tag t. */
    @ParameterizedTest
    @CsvSource({
        "'host,paths',    h,     a, x, " + PARENT,
        "'host,paths',    other, a, t, " + NO_PARENT,
        "'host,paths',    h,     b, t, " + NO_PARENT,
        "paths,           other, a, x, " + PARENT,
        "host,            h,     b, x, " + PARENT,
        "tags,            other, b, t, " + PARENT,
        "tags,            h,     a, x, " + NO_PARENT,
        "'host,path,tag', h,     a, t, " + PARENT,
        "'host,path,tag', h,     a, x, " + NO_PARENT,
        "'',              other, b, x, " + PARENT
    })
    void the_snapshot_to_compare_with_is_of_the_same_group(
            String groupBy, String host, String file, String tag, String told) {
        backedUp("--host", "h", "--tag", "t", path("a"));
        Result second = backedUp("--group-by", groupBy, "--host", host, "--tag", tag, path(file));
        assertThat(second.out()).startsWith(told.strip());
    }

    @Test
    void host_and_paths_make_a_group_unless_told_otherwise() {
        backedUp("--host", "h", path("a"));
        assertThat(backedUp("--host", "h", "--tag", "t", path("a")).out()).startsWith(PARENT);
        assertThat(backedUp("--host", "other", path("a")).out()).startsWith(NO_PARENT);
        assertThat(backedUp("--host", "h", path("b")).out()).startsWith(NO_PARENT);
    }

    @Test
    void an_unknown_part_of_a_group_is_named() {
        assertRefused(backup("--group-by", "host,size", path("a")), "\"size\"");
    }

    @Test
    void a_forced_backup_is_compared_with_no_snapshot() {
        backedUp(path("a"));
        assertThat(backedUp("--force", path("a")).out()).startsWith(NO_PARENT);
    }

    @Test
    void the_snapshot_to_compare_with_can_be_named() {
        String id = backedUp("--host", "other", path("b")).out().replaceAll("(?s).*snapshot (\\w+) saved.*", "$1");
        assertThat(backedUp("--parent", id, path("a")).out()).startsWith(PARENT + id);
    }
}
