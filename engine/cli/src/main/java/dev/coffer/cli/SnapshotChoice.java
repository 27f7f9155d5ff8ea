package dev.coffer.cli;

import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.progress.ProgressListener;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.snapshot.SnapshotFilter;
import dev.coffer.engine.snapshot.SnapshotReference;
import dev.coffer.engine.snapshot.SnapshotSelector;
import dev.coffer.engine.snapshot.StoredSnapshot;
import dev.coffer.engine.walk.TreePaths;
import java.io.IOException;

/**
 * A snapshot, or a folder in one, that was named as {@code 1f2e3d4c} or {@code latest:/srv/data}.
 *
 * @param tree of the folder
 */
record SnapshotChoice(StoredSnapshot snapshot, ObjectId tree) {

    /** Finds what was named; loads the index, after the list of snapshots. */
    static SnapshotChoice of(Repository repository, String name, SnapshotFilter filter) throws IOException {
        SnapshotSelector selector = new SnapshotSelector(repository.snapshots().list(), filter);
        repository.loadIndex(ProgressListener.NONE);
        return of(repository, name, selector);
    }

    /** The same with snapshots that were listed, and an index that was loaded, before. */
    static SnapshotChoice of(Repository repository, String name, SnapshotSelector selector) throws IOException {
        SnapshotReference reference = SnapshotReference.parse(name);
        StoredSnapshot snapshot = selector.named(reference.name());
        ObjectId root = snapshot.snapshot().tree();
        return new SnapshotChoice(snapshot, new TreePaths(repository).directory(root, reference.subfolder()));
    }
}
