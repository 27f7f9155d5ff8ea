package dev.coffer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.cli.CliRun.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CliTest {

    @TempDir
    private Path home;

    private CliRun user;
    private String repository;

    @BeforeEach
    void setUp() {
        user = CliRun.at(home);
        repository = home.resolve("repo").toString();
    }

    @Test
    void a_missing_repository_is_told_by_its_exit_code() {
        Result result = user.with("RESTIC_PASSWORD", "secret").run("--repo", repository, "snapshots");
        assertThat(result.exitCode()).isEqualTo(10);
        assertThat(result.err()).contains("There is no repository at " + repository);
        assertThat(result.out()).isEmpty();
    }

    @Test
    void a_wrong_password_is_told_by_its_exit_code() {
        user.with("RESTIC_PASSWORD", "secret").run("init", "-r", repository);
        Result result = user.with("RESTIC_PASSWORD", "wrong").run("snapshots", "-r", repository);
        assertThat(result.exitCode()).isEqualTo(12);
    }

    @Test
    void failures_are_json_for_those_who_ask_for_it() {
        Result result = user.run("snapshots", "--json", "--frob");
        assertThat(result.err()).startsWith("{\"message_type\":\"exit_error\",\"code\":1,\"message\":\"Unknown option");
    }

    @Test
    void an_unknown_command_is_a_failure() {
        Result result = user.run("frob");
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("there is no command 'frob'");
    }

    @Test
    void unknown_snapshots_are_passed_over_with_a_message() {
        user.run("init");
        Result result = user.run("snapshots", "--json", "0123abcd");
        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).isEqualTo("[]\n");
        assertThat(result.err()).startsWith("Ignoring \"0123abcd\"");
    }

    @Test
    void global_options_stand_before_or_after_the_command() {
        CliRun withPassword = user.with("RESTIC_PASSWORD", "secret");
        assertThat(withPassword.run("-r", repository, "init").exitCode()).isZero();
        assertThat(withPassword.run("key", "list", "--repo=" + repository).exitCode())
                .isZero();
        assertThat(withPassword.run("key", "-r" + repository, "list", "--json").out())
                .contains("\"current\":true");
    }

    @Test
    void whoever_does_without_checks_of_servers_is_warned_once() {
        Result result = user.with("RESTIC_PASSWORD", "secret").run("init", "-r", repository, "--insecure-tls");
        assertThat(result.exitCode()).isZero();
        assertThat(result.err()).containsOnlyOnce("Warning: with --insecure-tls nobody checks who the server is");
    }

    @Test
    void flags_can_be_set_to_false_as_in_go() {
        assertThat(user.run("version", "--json", "--json=false").out()).startsWith("coffer ");
    }

    @Test
    void the_default_repository_is_announced_and_its_key_is_private() throws IOException {
        Result result = user.run("init");
        Path key = home.resolve(".local/share/coffer/repository.key");
        assertThat(result.exitCode()).isZero();
        assertThat(result.err()).contains(key.toString()).contains("loses the data");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
        assertThat(user.run("snapshots").exitCode()).isZero();
    }

    @Test
    void a_lost_key_of_the_default_repository_is_named() throws IOException {
        user.run("init");
        Files.delete(home.resolve(".local/share/coffer/repository.key"));
        Result result = user.run("snapshots");
        assertThat(result.exitCode()).isEqualTo(12);
        assertThat(result.err()).contains("repository.key").contains("is missing");
    }

    @Test
    void a_named_repository_does_not_use_the_default_key() {
        user.run("init");
        Result result = user.typing("").run("-r", repository, "init");
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("password is empty");
    }

    @Test
    void the_password_is_read_from_standard_input_where_nobody_can_be_asked() {
        user.with("RESTIC_PASSWORD", "secret").run("init", "-r", repository);
        assertThat(user.typing("secret\n").run("-r", repository, "snapshots").exitCode())
                .isZero();
    }

    @Test
    void the_password_may_be_the_output_of_a_command() {
        user.with("RESTIC_PASSWORD", "se cret").run("init", "-r", repository);
        Result result = user.run("-r", repository, "--password-command", "printf '%s\\n' 'se cret'", "snapshots");
        assertThat(result.err()).isEmpty();
        assertThat(result.exitCode()).isZero();
    }

    @Test
    void an_option_wins_over_the_environment() throws IOException {
        Path file = Files.writeString(home.resolve("pw"), "\uFEFFsecret\r\n");
        user.with("RESTIC_PASSWORD", "secret").run("init", "-r", repository);
        Result result = user.with("RESTIC_PASSWORD_COMMAND", "false")
                .with("RESTIC_REPOSITORY", "/nowhere")
                .run("-p", file.toString(), "-r", repository, "snapshots");
        assertThat(result.exitCode()).isZero();
    }

    @Test
    void a_changed_password_replaces_the_old_one() throws IOException {
        Path file = Files.writeString(home.resolve("new"), "other");
        CliRun old = user.with("RESTIC_PASSWORD", "secret").with("RESTIC_REPOSITORY", repository);
        old.run("init");
        assertThat(old.run("key", "passwd", "--new-password-file", file.toString())
                        .exitCode())
                .isZero();
        assertThat(old.run("snapshots").exitCode()).isEqualTo(12);
        assertThat(old.with("RESTIC_PASSWORD", "other").run("snapshots").exitCode())
                .isZero();
    }

    @Test
    void the_key_of_a_changed_password_names_whom_it_is_for() throws IOException {
        Path file = Files.writeString(home.resolve("new"), "other");
        CliRun old = user.with("RESTIC_PASSWORD", "secret").with("RESTIC_REPOSITORY", repository);
        old.run("init");
        old.run("key", "passwd", "--new-password-file", file.toString(), "--host", "web1", "--user", "ann");
        assertThat(old.with("RESTIC_PASSWORD", "other")
                        .run("key", "list", "--json")
                        .out())
                .contains("\"hostName\":\"web1\"", "\"userName\":\"ann\"");
    }

    @Test
    void chunker_parameters_are_taken_from_another_repository() {
        CliRun withPassword = user.with("RESTIC_PASSWORD", "secret").with("RESTIC_FROM_PASSWORD", "secret");
        withPassword.run("init", "-r", repository);
        String copy = home.resolve("copy").toString();
        Result init = withPassword.run("init", "-r", copy, "--from-repo", repository, "--copy-chunker-params");
        assertThat(init.exitCode()).as(init.err()).isZero();
        assertThat(polynomial(withPassword.run("cat", "config", "-r", copy)))
                .isEqualTo(polynomial(withPassword.run("cat", "config", "-r", repository)));
    }

    private static String polynomial(Result config) {
        return config.out()
                .lines()
                .filter(line -> line.contains("chunker_polynomial"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void chunker_parameters_cannot_be_taken_from_nowhere() {
        Result init = user.with("RESTIC_PASSWORD", "secret").run("init", "-r", repository, "--copy-chunker-params");
        assertThat(init.exitCode()).isEqualTo(1);
        assertThat(init.err()).contains("--from-repo");
        assertThat(Path.of(repository)).doesNotExist();
    }

    @Test
    void every_command_explains_itself() {
        assertThat(user.run("help", "key", "add").out()).startsWith("Usage: coffer key add");
        assertThat(user.run("init", "--help").exitCode()).isZero();
    }
}
