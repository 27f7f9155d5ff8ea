package dev.coffer.engine.prune;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.FileType;
import dev.coffer.backend.memory.Fault;
import dev.coffer.backend.memory.FaultyBackend;
import dev.coffer.backend.memory.FaultyBackend.Operation;
import dev.coffer.backend.memory.MemoryBackend;
import dev.coffer.engine.blob.BlobHandle;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.progress.ProgressListener;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.repository.TestRepositories;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A repository that many use at the same time, and what each of its snapshots needs. Everybody acts in small steps. */
final class ModelRepository implements AutoCloseable {

    static final Duration GRACE = Duration.ofHours(23);

    private static final String LETTERS = "abcdefghijkl";
    private static final int BACKUPS_AT_A_TIME = 3;

    private final Random random;
    private final boolean locks;
    private final MemoryBackend backend = new MemoryBackend();
    private final Map<ObjectId, Set<BlobHandle>> snapshots = new LinkedHashMap<>();
    private final List<Running> backups = new ArrayList<>();
    private final List<Phases> prunes = new ArrayList<>();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private int removedPacks;

    /** @param locks whether nobody removes anything while others are at work */
    ModelRepository(Random random, boolean locks) throws IOException {
        this.random = random;
        this.locks = locks;
        TestRepositories.init(backend).close();
    }

    private record Running(ModelBackup backup, Instant since) {}

    /** A prune of which phase one is not over as long as there is a plan. */
    private static final class Phases {
        private final Repository repository;
        private final TwoPhasePrune prune;
        private final Instant since;
        private @Nullable PrunePlan plan;

        Phases(Repository repository, TwoPhasePrune prune, Instant since) {
            this.repository = repository;
            this.prune = prune;
            this.since = since;
        }
    }

    /** Whether nobody holds a lock. */
    boolean isFree() {
        return backups.isEmpty() && prunes.stream().allMatch(prune -> prune.plan == null);
    }

    int removedPacks() {
        return removedPacks;
    }

    void letTimePass(Duration atMost) {
        now = now.plusSeconds(random.nextLong(atMost.toSeconds()));
    }

    void beginBackup(boolean knowsMarks) throws IOException {
        if (backups.size() < BACKUPS_AT_A_TIME) {
            backups.add(new Running(new ModelBackup(backend, knowsMarks), now));
        }
    }

    /** One step of some backup: a piece, a part of the index, its end, or that it is killed. */
    void continueBackup() throws IOException {
        if (backups.isEmpty()) {
            return;
        }
        Running running = backups.get(random.nextInt(backups.size()));
        switch (random.nextInt(12)) {
            case 0 -> end(running, false);
            case 1, 2, 3 -> end(running, true);
            case 4 -> running.backup().flush();
            default -> running.backup().add(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
    }

    /** As if nothing took longer than this. */
    void endWhatIsOlderThan(Duration age) throws IOException {
        for (Running running : List.copyOf(backups)) {
            if (isOlder(running.since(), age)) {
                end(running, true);
            }
        }
        for (Phases phases : prunes) {
            if (isOlder(phases.since, age)) {
                mark(phases);
            }
        }
    }

    private boolean isOlder(Instant since, Duration age) {
        return Duration.between(since, now).compareTo(age) > 0;
    }

    private void end(Running running, boolean success) throws IOException {
        backups.remove(running);
        try (ModelBackup backup = running.backup()) {
            if (success) {
                snapshots.put(backup.finish(), backup.needed());
            }
        }
        assertNothingIsLost();
    }

    void forget() throws IOException {
        if (!snapshots.isEmpty()) {
            ObjectId chosen = List.copyOf(snapshots.keySet()).get(random.nextInt(snapshots.size()));
            snapshots.remove(chosen);
            try (Repository repository = TestRepositories.open(backend)) {
                repository.snapshots().remove(chosen);
            }
        }
    }

    private TwoPhasePrune prune(Repository repository) {
        return new TwoPhasePrune(repository, GRACE, () -> now, ProgressListener.NONE);
    }

    void beginPhaseOne() throws IOException {
        Repository repository = TestRepositories.open(backend);
        Phases phases = new Phases(repository, prune(repository), now);
        phases.plan = phases.prune.plan(random.nextInt(3) > 0 ? PruneFixture.THOROUGH : PruneOptions.USUAL);
        prunes.add(phases);
    }

    void endPhaseOne() throws IOException {
        for (Phases phases : prunes) {
            if (random.nextBoolean()) {
                mark(phases);
            }
        }
    }

    private void mark(Phases phases) throws IOException {
        PrunePlan plan = phases.plan;
        phases.plan = null;
        if (plan != null) {
            try {
                phases.prune.mark(plan);
            } catch (BackendException.Missing e) {
                assertThat(locks).as("a pack is gone: %s", e).isFalse();
            }
        }
    }

    /** By a prune that has its first phase behind it, or by another one. */
    void phaseTwo() throws IOException {
        int packs = packs();
        List<Phases> ready =
                prunes.stream().filter(phases -> phases.plan == null).toList();
        if (ready.isEmpty()) {
            try (Repository repository = TestRepositories.open(backend)) {
                prune(repository).removeMarked();
            }
        } else {
            Phases phases = ready.get(random.nextInt(ready.size()));
            prunes.remove(phases);
            try (phases.repository) {
                phases.prune.removeMarked();
            }
        }
        removedPacks += packs - packs();
        assertNothingIsLost();
    }

    /** Phase two by somebody who is killed, or whose store goes away, after a few changes. */
    void interruptedPhaseTwo() throws IOException {
        int last = 1 + random.nextInt(8);
        AtomicInteger changes = new AtomicInteger();
        FaultyBackend failing = new FaultyBackend(backend)
                .when(
                        call -> (call.operation() == Operation.SAVE || call.operation() == Operation.REMOVE)
                                && changes.incrementAndGet() > last,
                        new Fault.Refuse(new BackendException.Denied("gone", null)));
        try (Repository repository = TestRepositories.open(failing)) {
            prune(repository).removeMarked();
        } catch (BackendException.Denied e) {
            assertThat(e).hasMessage("gone");
        }
        assertNothingIsLost();
    }

    /** As restic does it: without regard for marks. */
    void pruneAtOnce() throws IOException {
        PruneFixture.prune(backend, random.nextBoolean() ? PruneFixture.THOROUGH : PruneOptions.USUAL);
        assertNothingIsLost();
    }

    /** Drops all marks. */
    void rewriteIndex() throws IOException {
        try (Repository repository = TestRepositories.open(backend)) {
            repository.indexRewriter().rewrite(repository.index(), Set.of());
        }
    }

    private int packs() {
        return backend.names(FileType.PACK).size();
    }

    /** Every snapshot has all it needs in packs that are there. */
    private void assertNothingIsLost() throws IOException {
        Set<String> packs = backend.names(FileType.PACK);
        try (Repository repository = TestRepositories.open(backend)) {
            assertThat(repository.snapshots().listIds()).containsExactlyInAnyOrderElementsOf(snapshots.keySet());
            snapshots.forEach((snapshot, needed) -> assertThat(needed)
                    .as("what snapshot %s needs", snapshot)
                    .allMatch(blob -> repository.index().lookupAll(blob).stream()
                            .anyMatch(place -> packs.contains(place.pack().toString()))));
        }
    }

    /** Ends everything that is going on; the content of everything is as it should be. */
    void finish() throws IOException {
        endWhatIsOlderThan(Duration.ofSeconds(-1));
        PruneFixture.assertSound(backend);
    }

    @Override
    public void close() throws IOException {
        for (Running running : backups) {
            running.backup().close();
        }
        for (Phases phases : prunes) {
            phases.repository.close();
        }
    }
}
