package dev.coffer.engine.survival;

import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.progress.ProgressListener;
import dev.coffer.engine.repair.IndexRepair;
import dev.coffer.engine.repair.PackRepair;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.rewrite.Original;
import dev.coffer.engine.rewrite.SnapshotRepair;
import dev.coffer.engine.snapshot.StoredSnapshot;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** The work of commands that repair. */
final class Mending {

    private Mending() {}

    static void repairIndex(Repository repository, World world) throws IOException {
        new IndexRepair(repository, _ -> {}, ProgressListener.NONE).repair();
    }

    static void repairPack(Repository repository, World world) throws IOException {
        repository.loadIndex(ProgressListener.NONE);
        Set<ObjectId> packs = Set.of(world.damagedPack());
        Works.failIfAnyIsLeft(new PackRepair(repository, packs, _ -> {}, ProgressListener.NONE)
                .repair()
                .notRemoved()
                .size());
    }

    static void repairSnapshots(Repository repository, World world) throws IOException {
        List<StoredSnapshot> snapshots = Works.snapshots(repository);
        repository.loadIndex(ProgressListener.NONE);
        try (SnapshotRepair repair = new SnapshotRepair(repository, Original.REMOVED, ProgressListener.NONE)) {
            for (StoredSnapshot stored : snapshots) {
                repair.repair(stored);
            }
        }
    }
}
