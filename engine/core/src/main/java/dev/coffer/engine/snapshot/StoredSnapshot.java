package dev.coffer.engine.snapshot;

import dev.coffer.engine.blob.ObjectId;
import java.util.Comparator;

/**
 * A snapshot and the name of the file that holds it.
 *
 * @param id hash of the stored, encrypted file; not derived from the snapshot itself
 */
public record StoredSnapshot(ObjectId id, Snapshot snapshot) {

    /** Oldest first; the id decides between equal times, so that the order is always the same. */
    public static final Comparator<StoredSnapshot> BY_TIME = (a, b) -> {
        int byTime = a.snapshot.time().toInstant().compareTo(b.snapshot.time().toInstant());
        return byTime != 0 ? byTime : a.id.compareTo(b.id);
    };
}
