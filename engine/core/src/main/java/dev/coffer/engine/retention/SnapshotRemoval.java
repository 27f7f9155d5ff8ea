package dev.coffer.engine.retention;

import dev.coffer.backend.FileType;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.repository.FileRemoval;
import dev.coffer.engine.repository.Repository;
import java.io.IOException;
import java.util.Collection;
import java.util.List;

/** Removes snapshots. What they refer to stays until it is pruned. */
public final class SnapshotRemoval {

    private final FileRemoval removal;

    /** @param repository whose exclusive lock the caller holds */
    public SnapshotRemoval(Repository repository) {
        this.removal = new FileRemoval(repository, FileType.SNAPSHOT);
    }

    /**
     * Removes all that can be removed, and tells of the others. One that is gone already is fine.
     *
     * @throws IOException when interrupted, or if the lock is lost
     */
    public List<FileRemoval.Failure> remove(Collection<ObjectId> ids) throws IOException {
        return removal.remove(ids);
    }
}
