package dev.coffer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.cli.CliRun.Result;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.repository.RepositoryLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code prune} after a backup of two files was removed, of which the other one has one as well. */
class PruneCommandTest extends BackupTestCase {

    @BeforeEach
    void forgetOneOfTwoBackups() throws IOException {
        write("gone", "shared");
        backedUp(path(""));
        Files.delete(source.resolve("gone"));
        write("new");
        backedUp(path(""));
        assertThat(user.run("forget", "--keep-last", "1").exitCode()).isZero();
    }

    private Result prune(String... arguments) {
        return user.run(Stream.concat(Stream.of("prune"), Stream.of(arguments)).toArray(String[]::new));
    }

    private List<String> packs() throws IOException {
        try (Stream<Path> files = Files.walk(home.resolve("repo/data"))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void what_is_not_needed_goes_and_the_repository_is_sound() throws IOException {
        List<String> before = packs();
        Result result = prune("--max-unused", "0");
        assertThat(result.exitCode()).as(result.toString()).isZero();
        assertThat(result.out()).contains("To be freed: ", "0 B are not needed").endsWith("done\n");
        assertThat(packs()).hasSizeLessThan(before.size());
        assertThat(user.run("check", "--read-data").exitCode()).isZero();
        assertThat(saved()).containsExactly("new", "shared");
    }

    @Test
    void a_dry_run_explains_and_changes_nothing() throws IOException {
        List<String> before = packs();
        Result result = prune("--dry-run", "--max-unused", "0");
        assertThat(result.out())
                .contains("Action", "Why", "repack  partly needed", "remove  not needed", "Would free ")
                .doesNotContain("done");
        assertThat(packs()).isEqualTo(before);
    }

    @Test
    void each_pack_is_named_when_asked_for() throws IOException {
        String out = prune("--dry-run", "-v").out();
        assertThat(packs()).isNotEmpty().allSatisfy(pack -> assertThat(out).contains(pack.substring(0, 8)));
    }

    @Test
    void json_is_a_summary_and_each_pack_when_asked_for() throws IOException {
        assertThat(prune("--dry-run", "--json").out())
                .startsWith("{\"message_type\":\"summary\",\"blobs\":{\"used\":")
                .hasLineCount(1);
        assertThat(prune("--dry-run", "--json", "-v").out())
                .contains("{\"message_type\":\"pack\",\"id\":\"", "\"reason\":\"unused\"")
                .hasLineCount(packs().size() + 1);
    }

    @Test
    void quiet_says_nothing() {
        Result result = prune("--quiet");
        assertThat(result.out() + result.err()).isEmpty();
    }

    @Test
    void a_store_without_space_is_helped_only_by_its_name() throws IOException {
        String id = user.run("cat", "config").out().split("\"id\": \"")[1].substring(0, 64);
        assertThat(prune("--unsafe-recover-no-free-space", "unknown").err()).contains("needs the id", id);
        List<String> before = packs();
        assertThat(prune("--unsafe-recover-no-free-space", id).exitCode()).isZero();
        assertThat(before).containsAll(packs());
        assertThat(user.run("check", "--read-data").exitCode()).isZero();
    }

    @Test
    void in_two_phases_packs_are_marked_first_and_removed_after_the_grace_period() throws IOException {
        List<String> before = packs();
        Result first = prune("--two-phase", "--max-unused", "0");
        assertThat(first.exitCode()).as(first.toString()).isZero();
        assertThat(first.out()).contains("Marked ").doesNotContain("Removed").endsWith("done\n");
        assertThat(packs()).containsAll(before);

        Result second = prune("--two-phase", "--grace", "0", "--max-unused", "0");
        assertThat(second.out()).doesNotContain("Marked ").contains("Removed ", " that had been marked.");
        assertThat(packs()).isNotEmpty().hasSizeLessThan(before.size());
        assertThat(user.run("check", "--read-data").exitCode()).isZero();
        assertThat(saved()).containsExactly("new", "shared");
    }

    @Test
    void in_two_phases_others_are_not_in_the_way_but_keep_packs_from_being_removed() throws IOException {
        List<String> before = packs();
        try (Repository other = openRepository();
                RepositoryLock _ = other.lock(RepositoryLock.Kind.SHARED, Duration.ZERO, Set.of())) {
            Result result = prune("--two-phase", "--grace", "0", "--json");
            assertThat(result.exitCode()).as(result.toString()).isZero();
            assertThat(result.err()).contains("can go when nobody else uses the repository");
            assertThat(result.out())
                    .containsPattern("\"message_type\":\"two_phase\",\"marked\":(\\d+),\"removed\":0,"
                            + "\"needed_again\":0,\"waiting\":\\1}");
        }
        assertThat(packs()).containsAll(before);
    }

    @Test
    void a_dry_run_in_two_phases_changes_nothing() throws IOException {
        List<String> before = packs();
        assertThat(prune("--two-phase", "--dry-run").out()).contains("Would free ", "0 packs that had been marked");
        assertThat(packs()).isEqualTo(before);
        assertThat(prune("--two-phase").out()).contains("Marked ");
    }

    @Test
    void options_that_make_no_sense_are_refused() throws IOException {
        List<String> before = packs();
        Map<String, String> messages = Map.of(
                "--max-unused 100%", "below 100",
                "--max-unused -1%", "-1%",
                "--max-unused many", "'many' is not a size",
                "--max-repack-size x", "'x' is not a size",
                "--repack-smaller-than 0", "above 0",
                "--repack-smaller-than 17M", "--pack-size",
                "--repack-uncompressed --compression off", "--compression off",
                "--no-lock", "--no-lock goes with --dry-run only",
                "--grace 1h", "--grace goes with --two-phase only",
                "--two-phase --unsafe-recover-no-free-space x", "--unsafe-recover-no-free-space");
        messages.forEach((arguments, message) -> {
            Result result = prune(arguments.split(" "));
            assertThat(result.exitCode()).as(result.toString()).isOne();
            assertThat(result.err()).contains(message).doesNotContain("internal error");
        });
        assertThat(packs()).isEqualTo(before);
    }

    @Test
    void an_option_out_of_use_is_accepted_with_a_word() {
        Result result = prune("--repack-small");
        assertThat(result.exitCode()).isZero();
        assertThat(result.err()).contains("--repack-small has no effect");
    }
}
