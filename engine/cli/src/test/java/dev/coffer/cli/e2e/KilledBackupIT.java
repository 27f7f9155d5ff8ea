package dev.coffer.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup may end at any moment, by any means. */
@Tag("slow")
class KilledBackupIT {

    private static final int KILLS = 50;
    private static final int MOST_ROUNDS = 100;

    @TempDir
    Path directory;

    @Test
    void the_repository_survives_fifty_kills_in_a_row() throws Exception {
        Workplace at = new Workplace(directory);
        Path source = at.path("source");
        at.bash
                .run(
                        "-c",
                        "mkdir \"$0\"; head -c 100000000 /dev/urandom | split -b 200000 - \"$0\"/file-",
                        source.toString())
                .ok();
        long life = millisOfAFullBackup(at, source);
        at.coffer.run("init").ok();
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int kills = 0;
        for (int round = 0; kills < KILLS && round < MOST_ROUNDS; round++) {
            at.bash
                    .run("-c", "head -c 10000000 /dev/urandom > \"$0\"/new-" + round, source.toString())
                    .ok();
            Program.Running backup = at.coffer.start("backup", "--pack-size", "4", source.toString());
            long start = System.nanoTime();
            if (backup.process().waitFor((long) (life * random.nextDouble(0.2, 1)), TimeUnit.MILLISECONDS)) {
                life = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
            } else {
                backup.process().destroyForcibly();
                kills++;
            }
            backup.result();
            at.coffer.run("unlock").ok();
            Program.Result check = (round % 2 == 0 ? at.coffer : at.restic).run("check");
            assertThat(check.exitCode())
                    .as("seed " + seed + ", round " + round + "\n" + check)
                    .isZero();
        }
        at.coffer.run("backup", source.toString()).ok();
        at.restic.run("check", "--read-data").ok();
        assertThat(at.coffer
                        .run(
                                "restore",
                                "latest:" + source,
                                "--target",
                                at.path("out").toString(),
                                "--verify")
                        .ok())
                .isNotNull();
        assertThat(Listing.of(at.path("out"))).isEqualTo(Listing.of(source));
    }

    /** Lives are chosen in proportion to this, so that kills hit every part of a backup on any machine. */
    private static long millisOfAFullBackup(Workplace at, Path source) {
        Program elsewhere = at.coffer.on(at.path("elsewhere"));
        elsewhere.run("init").ok();
        long start = System.nanoTime();
        elsewhere.run("backup", source.toString()).ok();
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }
}
