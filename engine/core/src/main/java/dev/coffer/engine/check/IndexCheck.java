package dev.coffer.engine.check;

import dev.coffer.engine.blob.BlobType;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.errors.RepositoryException;
import dev.coffer.engine.index.IndexedPack;
import dev.coffer.engine.repository.IndexLoader;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.tasks.TaskGroup;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Loads the index file by file into the repository, and looks for what is odd in it. */
final class IndexCheck {

    private final Repository repository;
    private final Findings findings;
    private final Map<ObjectId, List<ObjectId>> indexesOfPack = new HashMap<>();

    IndexCheck(Repository repository, Findings findings) {
        this.repository = repository;
        this.findings = findings;
    }

    void run() throws IOException {
        IndexLoader files = repository.indexFiles();
        int parallelism = repository.backend().properties().connections();
        try (TaskGroup group = new TaskGroup("index check", parallelism)) {
            for (ObjectId id : files.list()) {
                group.fork(() -> load(files, id));
            }
            group.join();
        }
        indexesOfPack.forEach((pack, indexes) -> {
            if (indexes.size() > 1) {
                findings.add(new Finding.PackInSeveralIndexes(pack, indexes));
            }
        });
        repository.index().forEachPack(this::reportMixed);
    }

    private void load(IndexLoader files, ObjectId id) throws IOException {
        try {
            files.forEachPack(id, pack -> add(id, pack));
        } catch (RepositoryException e) {
            findings.add(new Finding.IndexDamaged(id, Reasons.of(e)));
        }
    }

    private void add(ObjectId index, IndexedPack pack) {
        repository.index().add(pack.pack(), pack.blobs());
        synchronized (indexesOfPack) {
            indexesOfPack.computeIfAbsent(pack.pack(), _ -> new ArrayList<>(1)).add(index);
        }
    }

    private void reportMixed(IndexedPack pack) {
        long trees = pack.blobs().stream()
                .filter(blob -> blob.handle().type() == BlobType.TREE)
                .count();
        if (trees > 0 && trees < pack.blobs().size()) {
            findings.add(new Finding.MixedPack(pack.pack()));
        }
    }
}
