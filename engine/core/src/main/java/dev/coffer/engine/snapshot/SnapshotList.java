package dev.coffer.engine.snapshot;

import dev.coffer.engine.blob.ObjectId;
import java.io.IOException;
import java.util.List;

/**
 * All snapshots of a repository.
 *
 * @param sound those that could be read, in no particular order
 * @param unreadable those that could not; whoever passes them over must say so
 */
public record SnapshotList(List<StoredSnapshot> sound, List<Unreadable> unreadable) {

    public SnapshotList {
        sound = List.copyOf(sound);
        unreadable = List.copyOf(unreadable);
    }

    /** A snapshot file of which nothing but the name is known, and why: it is damaged, or the store does not hand it out. */
    public record Unreadable(ObjectId id, IOException failure) {}
}
