package dev.coffer.engine.rewrite;

import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.repository.BlobSaver;
import dev.coffer.engine.repository.Snapshots;
import dev.coffer.engine.snapshot.Snapshot;
import dev.coffer.engine.snapshot.StoredSnapshot;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Puts changed snapshots beside, or in the place of, those they were made from. */
final class SnapshotReplacer {

    private final BlobSaver saver;
    private final Snapshots snapshots;
    private final Original original;
    private final String tag;

    /**
     * @param saver has everything that the changed snapshots need
     * @param tag tells the changed snapshots from the originals, if these stay
     */
    SnapshotReplacer(BlobSaver saver, Snapshots snapshots, Original original, String tag) {
        this.saver = saver;
        this.snapshots = snapshots;
        this.original = original;
        this.tag = tag;
    }

    /** Stores what is needed, then the changed snapshot, and only then removes the old one. */
    RewriteOutcome save(StoredSnapshot old, Snapshot changed) throws IOException {
        saver.flush();
        Snapshot linked = changed.toBuilder().original(old.id()).build();
        ObjectId id = switch (original) {
            case KEPT -> snapshots.save(tagged(linked));
            case REMOVED -> snapshots.replace(old.id(), linked);
        };
        return new RewriteOutcome.Saved(id);
    }

    private Snapshot tagged(Snapshot snapshot) {
        Set<String> tags = new LinkedHashSet<>(snapshot.tags());
        return tags.add(tag) ? snapshot.toBuilder().tags(List.copyOf(tags)).build() : snapshot;
    }

    /** Removes a snapshot of which nothing is left, if originals are to be removed. */
    RewriteOutcome giveUp(StoredSnapshot lost) throws IOException {
        if (original == Original.KEPT) {
            return new RewriteOutcome.Lost();
        }
        snapshots.remove(lost.id());
        return new RewriteOutcome.Removed();
    }
}
