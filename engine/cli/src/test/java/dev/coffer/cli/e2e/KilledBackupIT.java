package dev.coffer.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup may end at any moment, by any means. */
@Tag("slow")
class KilledBackupIT {

    private static final int KILLS = Assassin.wantedKills(20);
    private static final int MOST_NEW_FILES = 50;

    @TempDir
    Path directory;

    @Test
    void the_repository_survives_many_kills_in_a_row() throws Exception {
        Workplace at = new Workplace(directory);
        Path source = at.path("source");
        at.bash
                .run(
                        "-c",
                        "mkdir \"$0\"; head -c 100000000 /dev/urandom | split -b 200000 - \"$0\"/file-",
                        source.toString())
                .ok();
        Assassin assassin = new Assassin(millisOfAFullBackup(at, source));
        at.coffer.run("init").ok();
        while (assassin.kills() < KILLS && assassin.rounds() < 2 * KILLS) {
            at.bash
                    .run(
                            "-c",
                            "head -c 10000000 /dev/urandom > \"$0\"/new-" + assassin.rounds() % MOST_NEW_FILES,
                            source.toString())
                    .ok();
            assassin.strike(at.coffer.start("backup", "--pack-size", "4", source.toString()));
            assassin.requireSound(at.coffer, at.restic);
        }
        assertThat(assassin.kills()).isPositive();
        at.coffer.run("backup", source.toString()).ok();
        at.restic.run("check", "--read-data").ok();
        at.coffer
                .run("restore", "latest:" + source, "--target", at.path("out").toString(), "--verify")
                .ok();
        assertThat(Listing.of(at.path("out"))).isEqualTo(Listing.of(source));
    }

    private static long millisOfAFullBackup(Workplace at, Path source) {
        Program elsewhere = at.coffer.on(at.path("elsewhere"));
        elsewhere.run("init").ok();
        long start = System.nanoTime();
        elsewhere.run("backup", source.toString()).ok();
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }
}
