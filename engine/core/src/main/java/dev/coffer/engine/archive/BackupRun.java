package dev.coffer.engine.archive;

import dev.coffer.backend.FileType;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.errors.RepositoryException.BadRequest;
import dev.coffer.engine.repository.BlobSaver;
import dev.coffer.engine.repository.FileRemoval;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.snapshot.GroupKey;
import dev.coffer.engine.snapshot.Snapshot;
import dev.coffer.engine.snapshot.SnapshotBuilder;
import dev.coffer.engine.snapshot.SnapshotSummary;
import dev.coffer.engine.snapshot.StoredSnapshot;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One backup, once its source, its parent and the index are known. Used once, by one thread. */
final class BackupRun {

    private final Repository repository;
    private final BackupRequest request;
    private final OpenedSource source;
    private final List<StoredSnapshot> earlier;
    private final Optional<StoredSnapshot> parent;
    private final Journal journal;
    private final GroupKey group;
    private Optional<PartialSnapshots> partial = Optional.empty();

    /** @param earlier all snapshots there are */
    BackupRun(
            Repository repository,
            BackupRequest request,
            OpenedSource source,
            List<StoredSnapshot> earlier,
            Optional<StoredSnapshot> parent,
            Journal journal) {
        this.repository = repository;
        this.request = request;
        this.source = source;
        this.earlier = earlier;
        this.parent = parent;
        this.journal = journal;
        this.group = GroupKey.ofHostAndPaths(request.labels().host().hostname(), source.paths());
    }

    BackupSummary run() throws IOException {
        ObjectId tree = store();
        SnapshotSummary facts = journal.summary();
        Optional<ObjectId> saved = isUnwanted(tree)
                ? Optional.empty()
                : Optional.of(repository
                        .snapshots()
                        .save(snapshot(tree).summary(facts).build()));
        removePartial();
        Optional<Anomaly> anomaly = UsualBackups.of(earlier, group).judge(facts);
        return new BackupSummary(saved, parent.map(StoredSnapshot::id), facts, anomaly, journal.problems());
    }

    private ObjectId store() throws IOException {
        try (BlobSaver saver = repository.startSaving()) {
            Optional<ObjectId> parentTree = parent.map(found -> found.snapshot().tree());
            ParentTrees parents = new ParentTrees(repository.blobs(), parentTree, journal);
            Pipeline pipeline = new Pipeline(
                    repository.config().polynomial(),
                    repository.buffers(),
                    parents,
                    saver,
                    journal,
                    checkpoints(saver));
            TreeArchiver.Root root = source.archive(pipeline, parents, repository.index());
            if (root.entries() == 0 && source.mustHaveEntries()) {
                throw new BadRequest("there is nothing to back up: everything is excluded, or could not be read");
            }
            saver.flush();
            return root.tree();
        }
    }

    /** Others are continued from the latest complete snapshot; what is new since then has to be read again. */
    private Checkpoints checkpoints(BlobSaver saver) {
        boolean first = request.parent() instanceof ParentChoice.Latest
                && parent.map(found -> found.snapshot().partial()).orElse(true);
        if (!first || !source.isContinuable() || request.checkpoints().isZero()) {
            return Checkpoints.none();
        }
        PartialSnapshots snapshots = new PartialSnapshots(
                repository.snapshots(), saver, this::partialSnapshot, request.checkpoints(), journal);
        partial = Optional.of(snapshots);
        return snapshots;
    }

    private boolean isUnwanted(ObjectId tree) {
        return request.identical() == BackupRequest.Identical.SKIPPED
                && parent.filter(found -> !found.snapshot().partial())
                        .map(found -> found.snapshot().tree())
                        .equals(Optional.of(tree));
    }

    private Snapshot partialSnapshot(ObjectId tree) {
        List<String> tags = Stream.concat(request.labels().tags().stream(), Stream.of(Snapshot.PARTIAL))
                .toList();
        return snapshot(tree).tags(tags).build();
    }

    private SnapshotBuilder snapshot(ObjectId tree) {
        SnapshotLabels labels = request.labels();
        return Snapshot.builder(labels.time(), tree)
                .parent(parent.map(StoredSnapshot::id).orElse(null))
                .paths(source.paths())
                .hostname(labels.host().hostname())
                .username(labels.host().username())
                .uid(labels.host().uid())
                .gid(labels.host().gid())
                .excludes(labels.excludes())
                .tags(labels.tags())
                .programVersion(labels.program());
    }

    /** Nobody needs them now that there is a complete one. */
    private void removePartial() throws IOException {
        List<ObjectId> superseded = Stream.concat(
                        earlier.stream()
                                .filter(found -> found.snapshot().partial()
                                        && GroupKey.ofHostAndPaths(found.snapshot())
                                                .equals(group))
                                .map(StoredSnapshot::id),
                        partial.flatMap(PartialSnapshots::saved).stream())
                .toList();
        for (FileRemoval.Failure failure : new FileRemoval(repository, FileType.SNAPSHOT).remove(superseded)) {
            journal.notice("cannot remove the partial snapshot " + failure.id().shortHex() + ": "
                    + failure.reason().getMessage());
        }
    }
}
