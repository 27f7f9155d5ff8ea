package dev.coffer.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Coffer and restic prune, and repair, the same repository. */
class PruneIT {

    @TempDir
    Path directory;

    private Workplace backedUpByRestic(int version) {
        Workplace at = new Workplace(directory);
        at.restic.run("init", "--repository-version", Integer.toString(version)).ok();
        at.bash
                .run(
                        "-c",
                        "mkdir source; cd source; for i in 1 2 3 4 5 6; do head -c 300000 /dev/urandom >file$i; done")
                .ok();
        for (int backup = 1; backup <= 5; backup++) {
            at.restic.in(at.path("source")).run("backup", ".").ok();
            at.bash
                    .run("-c", "rm source/file" + backup + "; head -c 9000 /dev/urandom >source/more" + backup)
                    .ok();
        }
        return at;
    }

    private static List<String> blobs(Workplace at) {
        return at.restic
                .run("list", "blobs")
                .ok()
                .out()
                .lines()
                .sorted()
                .distinct()
                .toList();
    }

    private static long bytesOfData(Path repository) throws IOException {
        try (Stream<Path> files = Files.walk(repository.resolve("data"))) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void the_same_is_left_whoever_prunes(int version) throws IOException {
        Workplace at = backedUpByRestic(version);
        String[] forget = {"forget", "--keep-last", "2", "--prune", "--max-unused", "0"};
        at.bash.run("-c", "cp -r repository copy").ok();
        at.restic.run(forget).ok();
        List<String> left = blobs(at);
        long bytes = bytesOfData(at.repository());
        at.bash.run("-c", "rm -r repository; mv copy repository").ok();

        at.coffer.run(forget).ok();

        at.restic.run("check", "--read-data").ok();
        assertThat(blobs(at)).isEqualTo(left);
        if (version == 1) {
            assertThat(bytesOfData(at.repository())).isEqualTo(bytes);
        }
    }

    @Test
    void restic_accepts_an_index_that_was_made_anew() {
        Workplace at = backedUpByRestic(2);
        at.bash.run("-c", "rm repository/index/*").ok();
        at.coffer.run("repair", "index").ok();
        at.restic.run("check", "--read-data").ok();
    }

    @Test
    void what_is_left_of_a_damaged_pack_is_sound_and_the_pack_is_kept_aside() throws IOException {
        Workplace at = backedUpByRestic(2);
        at.bash
                .run(
                        "-c",
                        "f=$(find repository/data -type f -size +1000k | head -1); chmod u+w $f;"
                                + " printf damage | dd of=$f bs=1 seek=1000 conv=notrunc; basename $f >damaged")
                .ok();
        String pack = Files.readString(at.path("damaged")).strip();
        at.coffer.run("check", "--read-data").failed(1, "coffer repair packs " + pack);

        Program.Result repaired =
                at.coffer.in(directory).run("repair", "packs", pack).ok();

        assertThat(repaired.out()).contains(", lost 1.");
        assertThat(at.path("pack-" + pack)).exists();
        at.coffer.run("repair", "snapshots", "--forget").ok();
        at.restic.run("check", "--read-data").ok();
    }

    @Test
    void restic_relies_on_packs_that_are_marked_and_loses_nothing() {
        Workplace at = new Workplace(directory);
        at.restic.run("init").ok();
        at.bash
                .run("-c", "mkdir source; head -c 300000 /dev/urandom >source/again")
                .ok();
        at.restic.in(at.path("source")).run("backup", ".").ok();
        at.bash.run("-c", "mv source/again again; echo other >source/other").ok();
        at.restic.in(at.path("source")).run("backup", ".").ok();
        at.restic.run("forget", "--keep-last", "1").ok();

        at.coffer.run("prune", "--two-phase", "--max-unused", "0").ok();
        at.restic.run("check", "--read-data").ok();
        at.bash.run("-c", "mv again source/again").ok();
        String backup = at.restic
                .in(at.path("source"))
                .run("backup", ".", "--json")
                .ok()
                .out();
        assertThat(backup).contains("\"data_blobs\":0");
        at.restic.run("forget", "--keep-last", "1").ok();
        String out = at.coffer.run("prune", "--two-phase", "--grace", "0").ok().out();

        assertThat(out).contains("Needed again, and kept: ");
        at.restic.run("check", "--read-data").ok();
        at.restic.in(directory).run("restore", "latest", "--target", "restored").ok();
        at.bash.run("-c", "diff -r source restored").ok();
    }

    @Test
    void a_prune_by_restic_between_the_two_phases_ends_the_first() throws IOException {
        Workplace at = backedUpByRestic(2);
        at.restic.run("forget", "--keep-last", "2").ok();
        at.coffer.run("prune", "--two-phase", "--max-unused", "0").ok();
        at.restic.run("prune", "--max-unused", "0").ok();
        long bytes = bytesOfData(at.repository());
        at.coffer.run("prune", "--two-phase", "--grace", "0").ok();
        assertThat(bytesOfData(at.repository())).isEqualTo(bytes);
        at.restic.run("check", "--read-data").ok();
    }

    @Test
    void data_of_lost_packs_come_back_from_the_files() {
        Workplace at = new Workplace(directory);
        at.restic.run("init").ok();
        at.bash
                .run("-c", "mkdir source; head -c 3000000 /dev/urandom >source/file")
                .ok();
        at.restic.in(at.path("source")).run("backup", ".").ok();
        at.bash
                .run("-c", "find repository/data -type f -size +250k | xargs rm -f")
                .ok();
        assertThat(at.restic.run("check").exitCode()).isOne();

        at.coffer.run("repair", "packs", "--from", "source").ok();

        at.restic.run("check", "--read-data").ok();
    }
}
