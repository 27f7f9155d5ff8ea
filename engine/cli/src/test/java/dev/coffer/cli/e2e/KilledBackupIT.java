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

    private static final int ROUNDS = 50;
    private static final int LONGEST_LIFE_MILLIS = 2500;

    @TempDir
    Path directory;

    @Test
    void the_repository_survives_fifty_kills_in_a_row() throws Exception {
        Workplace at = new Workplace(directory);
        Path source = at.path("source");
        at.bash
                .run(
                        "-c",
                        "mkdir \"$0\"; head -c 150000000 /dev/urandom | split -b 200000 - \"$0\"/file-",
                        source.toString())
                .ok();
        at.coffer.run("init").ok();
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            Program.Running backup = at.coffer.start("backup", "--pack-size", "4", source.toString());
            backup.process().waitFor(300 + random.nextInt(LONGEST_LIFE_MILLIS), TimeUnit.MILLISECONDS);
            backup.process().destroyForcibly();
            backup.result();
            at.coffer.run("unlock").ok();
            if (round % 10 == 9) {
                at.restic.run("check").ok();
            }
            Program.Result check = at.coffer.run("check");
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
}
