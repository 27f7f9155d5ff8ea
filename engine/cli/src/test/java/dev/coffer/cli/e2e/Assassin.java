package dev.coffer.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * Kills runs of a program, by the means that leaves it no time for anything. Moments are chosen in proportion to how long a run
 * lasts, so that kills hit every part of it on any machine.
 */
final class Assassin {

    private static final int CHECKED_BY_RESTIC = 2;

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private long lifeMillis;
    private int kills;
    private int rounds;

    /** @param lifeMillis how long a run lasts, more or less; it is measured again whenever one escapes */
    Assassin(long lifeMillis) {
        this.lifeMillis = lifeMillis;
    }

    /** How many kills each test is to see; a soak asks for hundreds. */
    static int wantedKills(int usual) {
        return Integer.getInteger("coffer.kills", usual);
    }

    int kills() {
        return kills;
    }

    int rounds() {
        return rounds;
    }

    /** Waits for a random part of a life and kills, unless the run has ended by then. */
    void strike(Program.Running victim) throws IOException, InterruptedException {
        long start = System.nanoTime();
        rounds++;
        if (victim.process().waitFor((long) (lifeMillis * random.nextDouble(0.2, 1)), TimeUnit.MILLISECONDS)) {
            lifeMillis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
            victim.result().ok();
        } else {
            victim.process().destroyForcibly();
            victim.result();
            kills++;
        }
    }

    /** The repository is sound, as Coffer or restic say in turn, and nothing is in the way of the next command. */
    void requireSound(Program coffer, Program restic) {
        coffer.run("unlock").ok();
        Program.Result check = (rounds % CHECKED_BY_RESTIC == 0 ? restic : coffer).run("check");
        assertThat(check.exitCode())
                .as("seed " + seed + ", round " + rounds + "\n" + check)
                .isZero();
    }
}
