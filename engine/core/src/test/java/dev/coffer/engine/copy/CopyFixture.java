package dev.coffer.engine.copy;

import dev.coffer.backend.Backend;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.progress.ProgressEvent;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.repository.TestRepositories;
import dev.coffer.engine.snapshot.StoredSnapshot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Copies to a store, and remembers what was told. */
final class CopyFixture implements CopyListener {

    final List<StoredSnapshot> present = new ArrayList<>();
    final List<ObjectId> copies = new ArrayList<>();

    /** Opens the target, and copies what it does not have. */
    void copy(Repository source, Backend target, StoredSnapshot... snapshots) throws IOException {
        try (Repository opened = TestRepositories.open(target);
                SnapshotCopier copier = new SnapshotCopier(source, opened, this)) {
            copier.copy(List.of(snapshots), opened.snapshots().list().sound());
        }
    }

    @Override
    public void present(StoredSnapshot source, ObjectId copy) {
        present.add(source);
    }

    @Override
    public void started(StoredSnapshot source) {}

    @Override
    public void saved(StoredSnapshot source, ObjectId copy) {
        copies.add(copy);
    }

    @Override
    public void on(ProgressEvent event) {}
}
