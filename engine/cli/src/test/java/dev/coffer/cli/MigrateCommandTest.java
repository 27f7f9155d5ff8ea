package dev.coffer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.cli.CliRun.Result;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrateCommandTest {

    @TempDir
    private Path home;

    private CliRun user;

    @BeforeEach
    void makeOldRepository() {
        user = CliRun.at(home);
        user.run("init", "--repository-version", "1");
    }

    private String version() {
        return user.run("cat", "config").out().replaceAll("(?s).*\"version\": (\\d+).*", "$1");
    }

    @Test
    void without_a_name_it_tells_what_can_be_applied_and_applies_nothing() {
        assertThat(user.run("migrate").out()).startsWith("upgrade_repo_v2 ");
        assertThat(version()).isEqualTo("1");
    }

    @Test
    void an_upgrade_changes_the_version() {
        Result result = user.run("migrate", "upgrade_repo_v2");
        assertThat(result.exitCode()).as(result.toString()).isZero();
        assertThat(result.out()).endsWith("The repository is of version 2 now.\n");
        assertThat(version()).isEqualTo("2");
    }

    @Test
    void a_second_upgrade_does_nothing() {
        user.run("migrate", "upgrade_repo_v2");
        Result again = user.run("migrate", "upgrade_repo_v2");
        assertThat(again.exitCode()).isZero();
        assertThat(again.err()).startsWith("Nothing to do");
        assertThat(user.run("migrate").out()).isEqualTo("There is nothing to migrate.\n");
    }

    @Test
    void a_second_upgrade_fails_if_it_is_forced() {
        user.run("migrate", "upgrade_repo_v2");
        Result forced = user.run("migrate", "upgrade_repo_v2", "--force");
        assertThat(forced.exitCode()).isOne();
        assertThat(forced.err()).contains("of version 2 already");
    }

    @Test
    void an_unknown_name_is_refused() {
        Result result = user.run("migrate", "upgrade_repo_v3");
        assertThat(result.exitCode()).isOne();
        assertThat(result.err()).contains("upgrade_repo_v3");
        assertThat(version()).isEqualTo("1");
    }
}
