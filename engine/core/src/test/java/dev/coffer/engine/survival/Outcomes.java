package dev.coffer.engine.survival;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.backend.FileType;
import dev.coffer.engine.check.Finding;
import dev.coffer.engine.progress.ProgressListener;
import dev.coffer.engine.prune.PruneFixture;
import dev.coffer.engine.prune.TwoPhasePrune;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.repository.RepositoryConfig;
import dev.coffer.engine.repository.TestRepositories;
import dev.coffer.engine.snapshot.Snapshot;
import dev.coffer.engine.snapshot.StoredSnapshot;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Whether a command has reached its aim. */
final class Outcomes {

    private Outcomes() {}

    static void nothing(Repository repository, World world) {}

    static void backedUp(Repository repository, World world) throws IOException {
        assertThat(snapshots(repository)).anyMatch(snapshot -> snapshot.tags().contains("backup"));
    }

    static void tagged(Repository repository, World world) throws IOException {
        assertThat(snapshots(repository)).allMatch(snapshot -> snapshot.tags().equals(List.of("new")));
    }

    static void forgotten(Repository repository, World world) throws IOException {
        assertThat(repository.snapshots().listIds()).hasSize(2).doesNotContain(world.snapshot);
    }

    static void pruned(Repository repository, World world) throws IOException {
        assertThat(PruneFixture.findings(repository.backend())).noneMatch(Finding.PackNotIndexed.class::isInstance);
    }

    /** Packs in no index stay, as they may belong to a backup that goes on. */
    static void nothingToPrune(Repository repository, World world) throws IOException {
        var prune = new TwoPhasePrune(repository, Duration.ZERO, InstantSource.system(), ProgressListener.NONE);
        assertThat(prune.mark(prune.plan(PruneFixture.THOROUGH))).isZero();
        assertThat(prune.due()).isZero();
    }

    static void rewritten(Repository repository, World world) throws IOException {
        assertThat(repository.snapshots().listIds()).isNotEmpty().doesNotContain(world.snapshot);
    }

    static void copied(Repository repository, World world) throws IOException {
        assertThat(snapshots(repository)).hasSize(3);
    }

    static void recovered(Repository repository, World world) throws IOException {
        assertThat(snapshots(repository))
                .filteredOn(snapshot -> snapshot.tags().contains("recovered"))
                .isNotEmpty();
    }

    static void upgraded(Repository repository, World world) {
        assertThat(repository.config().version()).isEqualTo(RepositoryConfig.LATEST_VERSION);
    }

    static void keyAdded(Repository repository, World world) throws IOException {
        World.open(repository.backend(), World.OTHER_PASSWORD, TestRepositories.options())
                .close();
    }

    static void passwordChanged(Repository repository, World world) throws IOException {
        keyAdded(repository, world);
    }

    static void onlyOneKey(Repository repository, World world) throws IOException {
        assertThat(repository.keys().list()).hasSize(1);
    }

    static void unlocked(Repository repository, World world) throws IOException {
        List<String> locks = new ArrayList<>();
        repository.backend().list(FileType.LOCK, file -> locks.add(file.name()));
        assertThat(locks).isEmpty();
    }

    private static List<Snapshot> snapshots(Repository repository) throws IOException {
        return repository.snapshots().list().sound().stream()
                .map(StoredSnapshot::snapshot)
                .toList();
    }
}
