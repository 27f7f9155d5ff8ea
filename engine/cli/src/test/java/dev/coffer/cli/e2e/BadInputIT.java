package dev.coffer.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.cli.e2e.Program.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each mistake and each kind of damage: its exit code, a message that names the object, and nothing lost. */
class BadInputIT {

    @TempDir
    Path directory;

    private Workplace at;
    private Path source;

    @BeforeEach
    void backUpOnce() throws IOException {
        at = new Workplace(directory);
        source = Files.createDirectory(at.path("source"));
        at.bash
                .run("-c", "cd \"$0\"; seq 1 200000 > numbers; mkdir sub; echo text > sub/file", source.toString())
                .ok();
        at.coffer.run("init").ok();
        at.coffer.run("backup", source.toString()).ok();
    }

    @Test
    void a_wrong_password() {
        at.coffer.with("RESTIC_PASSWORD", "wrong").run("snapshots").failed(12, "password");
    }

    @Test
    void a_missing_repository() {
        Program elsewhere =
                at.coffer.with("RESTIC_REPOSITORY", at.path("nowhere").toString());
        elsewhere.run("snapshots").failed(10, "nowhere", "init");
    }

    @Test
    void a_directory_that_is_no_repository() {
        Program elsewhere = at.coffer.with("RESTIC_REPOSITORY", source.toString());
        elsewhere.run("snapshots").failed(10, source.toString());
    }

    @Test
    void an_unknown_command_or_option() {
        at.coffer.run("bakcup").failed(1, "bakcup");
        at.coffer.run("backup", "--no-such-option", "x").failed(1, "--no-such-option");
    }

    @Test
    void a_second_init() {
        at.coffer.run("init").failed(1, at.repository().toString());
        assertSound();
    }

    @Test
    void a_missing_source() {
        at.coffer.run("backup", at.path("missing").toString()).failed(1, "missing");
    }

    @Test
    void one_of_two_sources_missing() {
        at.coffer
                .run("backup", source.toString(), at.path("missing").toString())
                .failed(3, "missing");
        assertThat(at.coffer.run("snapshots", "--json").ok().out().split("short_id"))
                .hasSize(3);
    }

    @Test
    void an_unknown_snapshot() {
        at.coffer
                .run("restore", "deadbeef", "--target", at.path("out").toString())
                .failed(1, "deadbeef");
    }

    @ParameterizedTest
    @ValueSource(strings = {"config", "keys", "index", "snapshots"})
    void a_flipped_bit_in_a_small_file_is_found_and_named(String what) throws IOException {
        Path file = fileOf(what);
        flip(file);
        assertFound(file, at.coffer.run("check", "--no-cache"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"config", "keys", "index", "snapshots"})
    void a_truncated_small_file_is_found_and_named(String what) throws IOException {
        Path file = fileOf(what);
        truncate(file);
        assertFound(file, at.coffer.run("check", "--no-cache"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"snapshots", "snapshots --json", "stats", "find numbers", "check"})
    void a_damaged_snapshot_among_others_leads_to_the_same_exit_code_as_in_restic(String command) throws IOException {
        at.coffer.run("backup", source.toString()).ok();
        Path damaged = fileOf("snapshots");
        flip(damaged);
        String[] arguments = (command + " --no-cache").split(" ");
        Result ours = at.coffer.run(arguments);
        assertThat(ours.exitCode())
                .as(ours.toString())
                .isEqualTo(at.restic.run(arguments).exitCode());
        assertThat(ours.err()).contains(shortName(damaged)).doesNotContain("Exception", "\tat ");
    }

    @ParameterizedTest
    @CsvSource({"0,flip", "1,flip", "0,truncate", "1,truncate"})
    void damage_to_a_pack_is_found_and_named(int pack, String how) throws IOException {
        List<Path> packs = files("data");
        assertThat(packs).hasSize(2);
        Path file = packs.get(pack);
        if (how.equals("flip")) {
            flip(file);
        } else {
            truncate(file);
        }
        assertFound(file, at.coffer.run("check", "--read-data", "--no-cache"));
    }

    @Test
    void a_damaged_data_pack_spoils_only_the_files_in_it() throws IOException {
        for (Path pack : files("data")) {
            if (Files.size(pack) > 10_000) {
                flip(pack);
            }
        }
        Path target = at.path("out");
        Result result = at.coffer.run("restore", "latest:" + source, "--target", target.toString());
        assertThat(result.exitCode()).as(result.toString()).isEqualTo(1);
        assertThat(result.err() + result.out()).contains("numbers");
        assertThat(target.resolve("sub/file")).exists();
    }

    @Test
    void a_lock_held_by_another() throws Exception {
        Program.Running holder = at.restic.start("backup", "--stdin-from-command", "--", "sleep", "30");
        if (at.restic.run("backup", "--help").out().contains("--stdin-from-command")) {
            awaitLock();
            at.coffer.run("check").failed(11, "PID", "unlock");
        } else {
            holder.process().destroy();
            plantExclusiveLock();
        }
        holder.process().destroy();
        holder.result();
    }

    /** restic 0.14 has no command that waits; a check of ours with a slow reader of its output serves as well. */
    private void plantExclusiveLock() throws Exception {
        Program.Running slow = at.coffer.start("backup", "--stdin-from-command", "--", "sleep", "30");
        awaitLock();
        at.coffer.run("check").failed(11, "PID", "unlock");
        slow.process().destroy();
        assertThat(slow.result().exitCode()).isEqualTo(130);
        assertThat(files("locks")).isEmpty();
    }

    private void awaitLock() throws Exception {
        while (files("locks").isEmpty()) {
            Thread.sleep(50);
        }
    }

    private void assertSound() {
        at.restic.run("check", "--read-data").ok();
    }

    private static void assertFound(Path damaged, Result check) {
        assertThat(check.exitCode()).as(check.toString()).isEqualTo(1);
        assertThat(check.out() + check.err()).contains(shortName(damaged)).doesNotContain("Exception", "\tat ");
    }

    private Path fileOf(String type) throws IOException {
        return type.equals("config")
                ? at.repository().resolve(type)
                : files(type).getFirst();
    }

    private List<Path> files(String type) throws IOException {
        try (Stream<Path> found = Files.walk(at.repository().resolve(type))) {
            return found.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static String shortName(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, Math.min(8, name.length()));
    }

    private void flip(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 0x10;
        replace(file, bytes);
    }

    private void truncate(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        replace(file, java.util.Arrays.copyOf(bytes, bytes.length - bytes.length / 3));
    }

    private static void replace(Path file, byte[] bytes) throws IOException {
        Files.delete(file);
        Files.write(file, bytes);
    }
}
