package dev.coffer.engine.survival;

import dev.coffer.engine.archive.Archiver;
import dev.coffer.engine.archive.BackupRequest;
import dev.coffer.engine.archive.BackupSource;
import dev.coffer.engine.archive.SnapshotLabels;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.copy.CopyListener;
import dev.coffer.engine.copy.SnapshotCopier;
import dev.coffer.engine.filter.PathFilter;
import dev.coffer.engine.fs.LocalFiles;
import dev.coffer.engine.progress.ProgressEvent;
import dev.coffer.engine.progress.ProgressListener;
import dev.coffer.engine.prune.PruneExecutor;
import dev.coffer.engine.prune.PruneFixture;
import dev.coffer.engine.prune.PrunePlanner;
import dev.coffer.engine.prune.TwoPhasePrune;
import dev.coffer.engine.recovery.Recovery;
import dev.coffer.engine.repository.Keys;
import dev.coffer.engine.repository.Password;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.repository.RepositoryConfig;
import dev.coffer.engine.repository.RepositoryLock;
import dev.coffer.engine.repository.TestRepositories;
import dev.coffer.engine.retention.SnapshotRemoval;
import dev.coffer.engine.rewrite.Original;
import dev.coffer.engine.rewrite.RewriteRequest;
import dev.coffer.engine.rewrite.SnapshotRewriter;
import dev.coffer.engine.snapshot.Snapshot;
import dev.coffer.engine.snapshot.StoredSnapshot;
import dev.coffer.engine.source.FilterRules;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;

/** The work of commands that write, under their locks. One that was cut short may find a part of it done. */
final class Works {

    private static final OffsetDateTime NOW = OffsetDateTime.parse("2021-01-01T00:00:00Z");

    private Works() {}

    static void backUp(Repository repository, World world) throws IOException {
        repository.loadIndex(ProgressListener.NONE);
        BackupSource source = new BackupSource.Targets(List.of("."), world.source.toString(), FilterRules.NONE);
        SnapshotLabels labels = new SnapshotLabels(NOW, World.HOST, List.of("backup"), List.of(), "coffer test");
        new Archiver(repository, LocalFiles.host(), ProgressListener.NONE).backup(BackupRequest.of(source, labels));
    }

    static void tag(Repository repository, World world) throws IOException {
        for (StoredSnapshot stored : snapshots(repository)) {
            if (!stored.snapshot().tags().contains("new")) {
                Snapshot changed = stored.snapshot().toBuilder()
                        .tags(List.of("new"))
                        .original(stored.id())
                        .build();
                repository.snapshots().replace(stored.id(), changed);
            }
        }
    }

    static void forget(Repository repository, World world) throws IOException {
        failIfAnyIsLeft(
                new SnapshotRemoval(repository).remove(List.of(world.snapshot)).size());
    }

    /** A command that has not done all it should ends with an error. */
    static void failIfAnyIsLeft(int failures) throws IOException {
        if (failures > 0) {
            throw new IOException(failures + " files could not be removed");
        }
    }

    static void prune(Repository repository, World world) throws IOException {
        prune(repository, Set.of());
    }

    static void forgetAndPrune(Repository repository, World world) throws IOException {
        forget(repository, world);
        prune(repository, Set.of(world.snapshot));
    }

    private static void prune(Repository repository, Set<ObjectId> removed) throws IOException {
        repository.loadIndex(ProgressListener.NONE);
        var plan = new PrunePlanner(repository, ProgressListener.NONE).plan(PruneFixture.THOROUGH, removed);
        failIfAnyIsLeft(new PruneExecutor(repository, ProgressListener.NONE)
                .execute(plan)
                .size());
    }

    /** Takes its locks itself: a shared one to mark packs, an exclusive one to remove them. */
    static void pruneInTwoPhases(Repository repository, World world) throws IOException {
        TwoPhasePrune prune =
                new TwoPhasePrune(repository, Duration.ZERO, InstantSource.system(), ProgressListener.NONE);
        try (RepositoryLock _ = TestRepositories.lock(repository, RepositoryLock.Kind.SHARED)) {
            prune.mark(prune.plan(PruneFixture.THOROUGH));
        }
        try (RepositoryLock _ = TestRepositories.lock(repository, RepositoryLock.Kind.EXCLUSIVE)) {
            failIfAnyIsLeft(prune.removeMarked().failures().size());
        }
    }

    static void rewrite(Repository repository, World world) throws IOException {
        PathFilter filter =
                (path, _) -> path.endsWith("/deep") ? PathFilter.Choice.REFUSED : PathFilter.Choice.SELECTED;
        RewriteRequest request = RewriteRequest.NOTHING.withFilter(filter).withOriginal(Original.REMOVED);
        List<StoredSnapshot> snapshots = snapshots(repository);
        repository.loadIndex(ProgressListener.NONE);
        try (SnapshotRewriter rewriter = new SnapshotRewriter(repository, request)) {
            for (StoredSnapshot stored : snapshots) {
                rewriter.rewrite(stored);
            }
        }
    }

    static void copyTo(Repository repository, World world) throws IOException {
        try (Repository source = World.open(world.repository(), TestRepositories.options())) {
            copy(source, repository);
        }
    }

    static void copy(Repository source, Repository target) throws IOException {
        List<StoredSnapshot> wanted = snapshots(source);
        List<StoredSnapshot> present = snapshots(target);
        source.loadIndex(ProgressListener.NONE);
        target.loadIndex(ProgressListener.NONE);
        try (SnapshotCopier copier = new SnapshotCopier(source, target, new SilentCopy())) {
            copier.copy(wanted, present);
        }
    }

    private static final class SilentCopy implements CopyListener {
        @Override
        public void present(StoredSnapshot source, ObjectId copy) {}

        @Override
        public void started(StoredSnapshot source) {}

        @Override
        public void saved(StoredSnapshot source, ObjectId copy) {}

        @Override
        public void on(ProgressEvent event) {}
    }

    static void recover(Repository repository, World world) throws IOException {
        repository.loadIndex(ProgressListener.NONE);
        Snapshot labels =
                Snapshot.builder(NOW, ObjectId.NULL).tags(List.of("recovered")).build();
        new Recovery(repository, ProgressListener.NONE).recover(labels);
    }

    static void upgrade(Repository repository, World world) throws IOException {
        if (repository.config().version() < RepositoryConfig.LATEST_VERSION) {
            repository.upgrade();
        }
    }

    static void addKey(Repository repository, World world) throws IOException {
        repository.addKey(Password.of(World.OTHER_PASSWORD), World.HOST);
    }

    static void changePassword(Repository repository, World world) throws IOException {
        repository.changePassword(Password.of(World.OTHER_PASSWORD), World.HOST);
    }

    static void removeOtherKey(Repository repository, World world) throws IOException {
        for (Keys.StoredKey key : repository.keys().list()) {
            if (!key.id().equals(repository.keyId())) {
                repository.removeKey(key.id());
            }
        }
    }

    /** One that cannot be read ends a command that would otherwise miss it. */
    static List<StoredSnapshot> snapshots(Repository repository) throws IOException {
        var list = repository.snapshots().list();
        for (var unreadable : list.unreadable()) {
            throw new IOException("snapshot " + unreadable.id() + " cannot be read", unreadable.failure());
        }
        return list.sound();
    }
}
