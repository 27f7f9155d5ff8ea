package dev.coffer.engine.snapshot;

import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.errors.RepositoryException.CorruptData;
import java.util.List;

/**
 * All snapshots of a repository.
 *
 * @param sound those that could be read, in no particular order
 * @param damaged those that could not; whoever passes them over must say so
 */
public record SnapshotList(List<StoredSnapshot> sound, List<Damaged> damaged) {

    public SnapshotList {
        sound = List.copyOf(sound);
        damaged = List.copyOf(damaged);
    }

    /** A snapshot file of which nothing but the name is known, and why. */
    public record Damaged(ObjectId id, CorruptData failure) {}
}
