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

class RepairCommandsTest extends BackupTestCase {

    @BeforeEach
    void backUp() throws IOException {
        write("file");
        backedUp(path(""));
    }

    private List<Path> indexes() throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("repo/index"))) {
            return files.toList();
        }
    }

    @Test
    void a_lost_index_is_made_anew() throws IOException {
        Files.delete(indexes().getFirst());
        Result result = user.run("repair", "index");
        assertThat(result.exitCode()).as(result.toString()).isZero();
        assertThat(result.err()).contains("was in no index and is added");
        assertThat(user.run("check", "--read-data").exitCode()).isZero();
    }

    @Test
    void an_index_can_be_made_from_all_packs() throws IOException {
        List<Path> before = indexes();
        assertThat(user.run("repair", "index", "--read-all-packs").exitCode()).isZero();
        assertThat(indexes()).hasSize(1).isNotEqualTo(before);
        assertThat(user.run("check", "--read-data").exitCode()).isZero();
    }

    @Test
    void programs_are_told_of_what_was_wrong_as_json() throws IOException {
        Files.delete(indexes().getFirst());
        Result result = user.run("repair", "index", "--json");
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).startsWith("{\"message_type\":\"error\",\"message\":\"pack ");
    }

    @Test
    void packs_to_repair_are_named_by_their_whole_ids() {
        assertThat(user.run("repair", "packs").err()).contains("Name the packs to repair");
        assertThat(user.run("repair", "packs", "abcd").err()).contains("'abcd' is no id of a pack");
    }

    private void losePacks() throws IOException {
        try (Stream<Path> files = Files.walk(home.resolve("repo/data"))) {
            for (Path pack : files.filter(Files::isRegularFile).toList()) {
                Files.delete(pack);
            }
        }
    }

    private void copyTo(String location) throws IOException {
        initAt(location);
        assertThat(user.with("RESTIC_REPOSITORY", location)
                        .with("RESTIC_FROM_PASSWORD", "secret")
                        .run("copy", "--from-repo", home.resolve("repo").toString())
                        .exitCode())
                .isZero();
    }

    @Test
    void what_is_lost_comes_back_from_another_repository() throws IOException {
        String copy = home.resolve("copy").toString();
        copyTo(copy);
        losePacks();
        Result result = user.with("RESTIC_FROM_PASSWORD", "secret").run("repair", "packs", "--from-repo", copy);
        assertThat(result.exitCode()).as(result.toString()).isZero();
        assertThat(result.out()).matches("(?s)Saved 0 blobs, brought back \\d+, lost 0\\.\n");
        assertThat(user.run("check", "--read-data").exitCode()).isZero();
        assertThat(saved()).containsExactly("file");
    }

    @Test
    void lost_data_come_back_from_the_files_themselves_but_trees_do_not() throws IOException {
        losePacks();
        Result result = user.run("repair", "packs", "--from", path(""));
        assertThat(result.exitCode()).as(result.toString()).isZero();
        assertThat(result.out()).startsWith("Saved 0 blobs, brought back 0, lost 1.");
        assertThat(result.err()).contains("is lost");
    }

    @Test
    void what_can_be_had_from_no_place_is_told() {
        assertThat(user.run("repair", "packs", "--from", path("nothing")).err()).contains("does not exist");
    }
}
