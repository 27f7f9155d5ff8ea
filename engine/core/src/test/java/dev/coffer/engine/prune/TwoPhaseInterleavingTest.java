package dev.coffer.engine.prune;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.testing.Seeds;
import java.io.IOException;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Backups, the removal of snapshots, and both phases of prunes, in any order: see the package documentation for why it is safe. */
class TwoPhaseInterleavingTest {

    private static final int STEPS = 120;

    @Seeds(40)
    void with_locks_nothing_is_lost_whoever_makes_the_backups(long seed) throws IOException {
        withLocks(new Random(seed));
    }

    private static int withLocks(Random random) throws IOException {
        try (ModelRepository repository = new ModelRepository(random, true)) {
            for (int step = 0; step < STEPS; step++) {
                repository.letTimePass(Duration.ofHours(4));
                if (!repository.isFree() || random.nextInt(3) > 0) {
                    shared(repository, random);
                } else {
                    exclusive(repository, random);
                }
            }
            repository.finish();
            return repository.removedPacks();
        }
    }

    private static void shared(ModelRepository repository, Random random) throws IOException {
        switch (random.nextInt(10)) {
            case 0 -> repository.beginBackup(true);
            case 1 -> repository.beginBackup(false);
            case 2 -> repository.beginPhaseOne();
            case 3, 4 -> repository.endPhaseOne();
            default -> repository.continueBackup();
        }
    }

    private static void exclusive(ModelRepository repository, Random random) throws IOException {
        switch (random.nextInt(20)) {
            case 0, 1, 2, 3, 4, 5, 6 -> repository.forget();
            case 7 -> repository.pruneAtOnce();
            case 8 -> repository.rewriteIndex();
            case 9 -> repository.interruptedPhaseTwo();
            default -> repository.phaseTwo();
        }
    }

    /** As when locks are removed by hand while somebody holds them. */
    @Seeds(40)
    void without_locks_nothing_is_lost_that_backups_of_this_engine_made_within_the_grace_period(long seed)
            throws IOException {
        withoutLocks(new Random(seed));
    }

    private static int withoutLocks(Random random) throws IOException {
        try (ModelRepository repository = new ModelRepository(random, false)) {
            for (int step = 0; step < STEPS; step++) {
                repository.letTimePass(Duration.ofHours(4));
                repository.endWhatIsOlderThan(ModelRepository.GRACE.minusHours(5));
                switch (random.nextInt(12)) {
                    case 0, 1 -> repository.beginBackup(true);
                    case 2 -> repository.beginPhaseOne();
                    case 3, 4 -> repository.endPhaseOne();
                    case 5 -> repository.forget();
                    case 6 -> repository.phaseTwo();
                    case 7 -> repository.interruptedPhaseTwo();
                    default -> repository.continueBackup();
                }
            }
            repository.finish();
            return repository.removedPacks();
        }
    }

    /** Else the others would prove nothing. */
    @Test
    void packs_do_go_meanwhile() throws IOException {
        int withLocks = 0;
        int withoutLocks = 0;
        for (int seed = 0; seed < 5; seed++) {
            withLocks += withLocks(new Random(seed));
            withoutLocks += withoutLocks(new Random(seed));
        }
        assertThat(withLocks).isGreaterThan(5);
        assertThat(withoutLocks).isGreaterThan(5);
    }
}
