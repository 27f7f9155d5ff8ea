package dev.coffer.engine.archive;

import dev.coffer.engine.errors.RepositoryException.BadRequest;
import dev.coffer.engine.errors.RepositoryException.CorruptData;
import dev.coffer.engine.fs.LocalFiles;
import dev.coffer.engine.progress.ProgressListener;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.snapshot.SnapshotList;
import dev.coffer.engine.snapshot.StoredSnapshot;
import java.io.IOException;
import java.util.Optional;

/**
 * Makes backups. Safe for use by any number of threads, with a repository of which the caller holds a lock that permits
 * writing; the index need not be loaded.
 *
 * <p>A backup that fails or is interrupted leaves no snapshot, unless it is the first and takes long: then it leaves a partial
 * one, from which the next goes on. What it has stored serves the next one in any case.
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
        return new BackupRun(repository, request, source, snapshots.sound(), parent, journal).run();
    }
}
