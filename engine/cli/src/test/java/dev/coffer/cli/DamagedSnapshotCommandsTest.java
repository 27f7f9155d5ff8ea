package dev.coffer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.cli.CliRun.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What commands make of a repository in which one snapshot of two is damaged. */
class DamagedSnapshotCommandsTest {

    @TempDir
    private Path home;

    private CliRun user;
    private String damaged;
    private String sound;

    @BeforeEach
    void damageOne() throws IOException {
        user = CliRun.at(home);
        String source = Files.createDirectory(home.resolve("source")).toString();
        Files.writeString(home.resolve("source/file"), "content");
        user.run("backup", source);
        user.run("backup", source);
        List<Path> files = snapshotFiles();
        damaged = files.getFirst().getFileName().toString();
        sound = files.getLast().getFileName().toString();
        Files.delete(files.getFirst());
        Files.writeString(files.getFirst(), "too short");
    }

    private List<Path> snapshotFiles() throws IOException {
        try (Stream<Path> found = Files.list(home.resolve(".local/share/coffer/repository/snapshots"))) {
            return found.sorted().toList();
        }
    }

    private Result run(String command) {
        return user.run((command + " --no-cache").split(" "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"snapshots", "snapshots --json", "stats", "find file", "tag --set kept"})
    void the_other_one_is_dealt_with_and_the_damaged_one_is_named(String command) {
        Result result = run(command);
        assertThat(result.exitCode()).as(result.toString()).isZero();
        assertThat(result.err()).startsWith("Ignoring \"" + damaged).contains("is damaged");
        assertThat(result.out()).isNotBlank();
    }

    @Test
    void the_list_holds_the_other_one_and_nothing_else() {
        assertThat(run("list snapshots").out().lines()).hasSize(2);
        assertThat(run("snapshots --json").out().split("\"short_id\"")).hasSize(2);
        assertThat(run("snapshots --json").out()).contains("\"id\":\"" + sound + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ls latest", "dump latest /", "restore latest --target out", "diff latest latest"})
    void the_latest_cannot_be_told(String command) {
        Result result = run(command);
        assertThat(result.exitCode()).as(result.toString()).isEqualTo(1);
        assertThat(result.err()).contains("cannot tell which snapshot is the latest", damaged, "by its id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ls", "snapshots", "stats"})
    void the_other_one_can_be_named_and_nothing_is_said_of_the_damaged_one(String command) {
        Result result = run(command + " " + sound);
        assertThat(result.exitCode()).as(result.toString()).isZero();
        assertThat(result.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"snapshots", "stats", "tag --set x", "find file --snapshot"})
    void lists_pass_over_the_damaged_one_and_say_so(String command) {
        Result result = run(command + " " + damaged);
        assertThat(result.exitCode()).as(result.toString()).isZero();
        assertThat(result.err()).startsWith("Ignoring \"" + damaged).contains("is damaged");
    }

    @Test
    void the_damaged_one_cannot_be_looked_into() {
        Result result = run("ls " + damaged);
        assertThat(result.exitCode()).as(result.toString()).isEqualTo(1);
        assertThat(result.err()).contains(damaged, "is damaged");
    }

    @Test
    void a_backup_goes_on_and_says_so() throws IOException {
        Result result = run("backup " + home.resolve("source"));
        assertThat(result.exitCode()).as(result.toString()).isZero();
        assertThat(result.err()).contains("Ignoring snapshot " + damaged.substring(0, 8));
        assertThat(snapshotFiles()).hasSize(3);
    }

    @Test
    void a_check_fails() {
        Result result = run("check");
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains(damaged.substring(0, 8));
    }
}
