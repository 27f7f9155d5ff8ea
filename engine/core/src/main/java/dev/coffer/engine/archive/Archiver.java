package dev.coffer.engine.archive;

import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.errors.RepositoryException.BadRequest;
import dev.coffer.engine.errors.RepositoryException.CorruptData;
import dev.coffer.engine.fs.LocalFiles;
import dev.coffer.engine.progress.ProgressListener;
import dev.coffer.engine.repository.BlobSaver;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.snapshot.Snapshot;
import dev.coffer.engine.snapshot.SnapshotList;
import dev.coffer.engine.snapshot.SnapshotSummary;
import dev.coffer.engine.snapshot.StoredSnapshot;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Makes backups. Safe for use by any number of threads, with a repository of which the caller holds a lock that permits
 * writing; the index need not be loaded.
 *
 * <p>A backup that fails or is interrupted leaves no snapshot; what it has stored serves the next one.
 */
public final class Archiver {

    private final Repository repository;
    private final LocalFiles files;
    private final ProgressListener progress;

    /** @param files where the source is read from */
    public Archiver(Repository repository, LocalFiles files, ProgressListener progress) {
        this.repository = repository;
        this.files = files;
        this.progress = progress;
    }

    /**
     * Makes one backup. What cannot be read is told to the listener and counted, and the rest backed up.
     *
     * @throws BadRequest if there is nothing to back up, or the parent does not exist
     * @throws CorruptData if the parent was named and is damaged
     * @throws java.io.InterruptedIOException soon after this thread was interrupted
     */
    public BackupSummary backup(BackupRequest request) throws IOException {
        Journal journal = new Journal(progress);
        OpenedSource source = OpenedSource.open(request, files, journal);
        // The index is loaded after the snapshots are listed, so that it knows all blobs of the parent.
        SnapshotList snapshots = repository.snapshots().list();
        Optional<StoredSnapshot> parent =
                new ParentSelection(snapshots, request.labels(), source.paths(), journal).find(request.parent());
        repository.loadIndex(progress);
        ObjectId tree = store(source, parent, journal);
        SnapshotSummary facts = journal.summary();
        Optional<ObjectId> parentId = parent.map(StoredSnapshot::id);
        Optional<ObjectId> saved = isUnwanted(request, parent, tree)
                ? Optional.empty()
                : Optional.of(repository.snapshots().save(snapshot(request, source.paths(), parentId, tree, facts)));
        Optional<Anomaly> anomaly = UsualBackups.of(
                        snapshots.sound(), request.labels().host().hostname(), source.paths())
                .judge(facts);
        return new BackupSummary(saved, parentId, facts, anomaly, journal.problems());
    }

    private ObjectId store(OpenedSource source, Optional<StoredSnapshot> parent, Journal journal) throws IOException {
        try (BlobSaver saver = repository.startSaving()) {
            Optional<ObjectId> parentTree = parent.map(found -> found.snapshot().tree());
            ParentTrees parents = new ParentTrees(repository.blobs(), parentTree, journal);
            Pipeline pipeline = new Pipeline(repository.config().polynomial(), repository.buffers(), saver, journal);
            TreeArchiver.Root root = source.archive(pipeline, parents, repository.index());
            if (root.entries() == 0 && source.mustHaveEntries()) {
                throw new BadRequest("there is nothing to back up: everything is excluded, or could not be read");
            }
            saver.flush();
            return root.tree();
        }
    }

    private static boolean isUnwanted(BackupRequest request, Optional<StoredSnapshot> parent, ObjectId tree) {
        return request.identical() == BackupRequest.Identical.SKIPPED
                && parent.map(found -> found.snapshot().tree()).equals(Optional.of(tree));
    }

    private static Snapshot snapshot(
            BackupRequest request,
            List<String> paths,
            Optional<ObjectId> parent,
            ObjectId tree,
            SnapshotSummary summary) {
        SnapshotLabels labels = request.labels();
        return Snapshot.builder(labels.time(), tree)
                .parent(parent.orElse(null))
                .paths(paths)
                .hostname(labels.host().hostname())
                .username(labels.host().username())
                .uid(labels.host().uid())
                .gid(labels.host().gid())
                .excludes(labels.excludes())
                .tags(labels.tags())
                .programVersion(labels.program())
                .summary(summary)
                .build();
    }
}
