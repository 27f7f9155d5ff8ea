package dev.coffer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code backup} leaves out. */
class BackupExcludesTest extends BackupTestCase {

    private static final String CACHE_SIGNATURE = "Signature: 8a477f597d28d172789f06886806bc55";

    /** Of everything below the root, only this is looked at: a file of another file system. */
    private static final String[] ONLY_ONE_OF_PROC = {
        "-e", "/*", "-e", "!/proc", "-e", "/proc/*", "-e", "!/proc/version"
    };

    @Test
    void patterns_come_from_options_and_files() throws IOException {
        write("a.tmp", "b.TMP", "c.bak", "d.BAK", "e");
        Path file = write(home.resolve("excludes"), "# copies\n*.bak\n");
        backedUp("--exclude", "*.tmp", "--exclude-file", file.toString(), source.toString());
        assertThat(saved()).containsExactly("b.TMP", "d.BAK", "e");
    }

    @Test
    void patterns_may_ignore_case() throws IOException {
        write("a.tmp", "b.TMP", "c.bak", "d.BAK", "e");
        Path file = write(home.resolve("excludes"), "*.bak\n");
        backedUp("--iexclude", "*.tmp", "--iexclude-file", file.toString(), source.toString());
        assertThat(saved()).containsExactly("e");
    }

    @Test
    void a_malformed_pattern_is_named() throws IOException {
        write("a");
        assertRefused(backup("--exclude", "a[", source.toString()), "a[");
    }

    @Test
    void the_snapshot_records_the_patterns() throws IOException {
        write("a");
        backedUp("-e", "*.tmp", "-e", "!b.tmp", source.toString());
        assertThat(snapshots()).contains("\"excludes\":[\"*.tmp\",\"!b.tmp\"]");
    }

    @Test
    void a_folder_with_a_tag_keeps_only_the_tag() throws IOException {
        write("d/.nobackup", "d/x", "other/x");
        backedUp("--exclude-if-present", ".nobackup", source.toString());
        assertThat(saved()).containsExactly("d", "d/.nobackup", "other", "other/x");
    }

    @Test
    void a_tag_may_have_to_begin_with_a_header() throws IOException {
        write("tagged/x", "untagged/x");
        write(source.resolve("tagged/TAG"), "skip: this");
        write(source.resolve("untagged/TAG"), "keep: this");
        backedUp("--exclude-if-present", "TAG:skip: ", source.toString());
        assertThat(saved()).containsExactly("tagged", "tagged/TAG", "untagged", "untagged/TAG", "untagged/x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ":header", "a/b"})
    void a_tag_is_a_plain_name(String tag) throws IOException {
        write("a");
        assertRefused(backup("--exclude-if-present", tag, source.toString()), "--exclude-if-present");
    }

    @Test
    void caches_keep_only_their_tag() throws IOException {
        write("cache/x", "pretended/x");
        write(source.resolve("cache/CACHEDIR.TAG"), CACHE_SIGNATURE + "\n");
        write(source.resolve("pretended/CACHEDIR.TAG"), "Signature: none");
        backedUp("--exclude-caches", source.toString());
        assertThat(saved())
                .containsExactly("cache", "cache/CACHEDIR.TAG", "pretended", "pretended/CACHEDIR.TAG", "pretended/x");
    }

    @ParameterizedTest
    @CsvSource({"1024,10", "1k,10", "1KiB,10", "0.5K,5", "0,0"})
    void files_above_the_limit_are_left_out(String limit, int expectedTenths) throws IOException {
        write(source.resolve("0"), "");
        write(source.resolve("5"), "x".repeat(512));
        write(source.resolve("10"), "x".repeat(1024));
        write(source.resolve("11"), "x".repeat(1025));
        backedUp("--exclude-larger-than", limit, source.toString());
        assertThat(saved())
                .containsExactlyInAnyOrderElementsOf(List.of("0", "5", "10").stream()
                        .filter(name -> Integer.parseInt(name) <= expectedTenths)
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "large", "-1", "1X", "99999999999T"})
    void a_limit_that_is_no_size_is_refused(String limit) throws IOException {
        write("a");
        assertRefused(backup("--exclude-larger-than", limit, source.toString()), "--exclude-larger-than");
    }

    private List<String> savedOfProc(String... arguments) {
        backedUp(Stream.of(ONLY_ONE_OF_PROC, arguments).flatMap(Stream::of).toArray(String[]::new));
        return user.run("ls", "--quiet", "latest").out().lines().toList();
    }

    @Test
    void file_systems_are_entered() {
        assertThat(savedOfProc("/")).containsExactly("/proc", "/proc/version");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-x", "--one-file-system"})
    void other_file_systems_can_be_left_out(String option) {
        assertThat(savedOfProc(option, "/")).containsExactly("/proc");
    }

    @Test
    void the_file_system_of_each_target_is_entered() {
        assertThat(savedOfProc("-x", "/", "/proc")).containsExactly("/proc", "/proc/version");
    }
}
