package dev.coffer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.cli.CliRun.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestoreOptionsTest {

    @TempDir
    private Path home;

    private CliRun user;
    private String repository;

    @BeforeEach
    void setUp() {
        user = CliRun.at(home).with("RESTIC_PASSWORD", "secret");
        repository = home.resolve("repo").toString();
    }

    private Result restore(String... options) {
        String[] arguments = new String[options.length + 4];
        arguments[0] = "restore";
        arguments[1] = "latest";
        arguments[2] = "--repo";
        arguments[3] = repository;
        System.arraycopy(options, 0, arguments, 4, options.length);
        return user.run(arguments);
    }

    private String target() {
        return home.resolve("target").toString();
    }

    @Test
    void a_target_is_needed() {
        Result result = restore();
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("--target");
    }

    @Test
    void an_empty_target_is_not_the_current_directory() {
        Result result = restore("--target", "");
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("--target is empty");
    }

    @Test
    void includes_and_excludes_exclude_each_other() {
        Result result = restore("--target", target(), "--include", "a", "--iexclude", "b");
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("cannot be given together");
    }

    @Test
    void a_malformed_pattern_is_named() {
        Result result = restore("--target", target(), "--include", "a[");
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("a[").doesNotContain("internal error");
    }

    @Test
    void an_unknown_way_of_overwriting_is_refused() {
        Result result = restore("--target", target(), "--overwrite", "sometimes");
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("if-newer");
    }

    @Test
    void a_dry_run_cannot_be_verified() {
        assertThat(restore("--target", target(), "--dry-run", "--verify").err()).contains("dry run");
    }

    @Test
    void nothing_is_made_at_the_target_when_there_is_no_snapshot() {
        user.run("init", "--repo", repository);
        Result result = restore("--target", target());
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(Files.exists(Path.of(target()))).isFalse();
    }
}
