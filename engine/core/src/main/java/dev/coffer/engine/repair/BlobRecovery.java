package dev.coffer.engine.repair;

import dev.coffer.engine.blob.BlobHandle;
import dev.coffer.engine.blob.BlobType;
import dev.coffer.engine.progress.ProgressEvent;
import dev.coffer.engine.progress.ProgressListener;
import dev.coffer.engine.repository.BlobSaver;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.snapshot.SnapshotList;
import dev.coffer.engine.snapshot.StoredSnapshot;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Brings back what snapshots need and the repository has lost, from places that may still have it. Only adds to the repository.
 *
 * <p>The caller holds an exclusive lock. For one recovery, on one thread.
 */
public final class BlobRecovery {

    private final Repository repository;
    private final List<BlobSource> sources;
    private final Consumer<RepairNote> notes;
    private final ProgressListener progress;
    private final Set<BlobHandle> recovered = new HashSet<>();

    /**
     * A recovery that is still to be done.
     *
     * @param sources asked one after the other, each for what those before it do not have
     * @param notes told of what is still missing in the end
     */
    public BlobRecovery(
            Repository repository, List<BlobSource> sources, Consumer<RepairNote> notes, ProgressListener progress) {
        this.repository = repository;
        this.sources = List.copyOf(sources);
        this.notes = notes;
        this.progress = progress;
    }

    /**
     * What came of it.
     *
     * @param recovered number of blobs that are there again
     * @param missing number of blobs that snapshots need and that are still missing, as far as they can be told
     */
    public record Result(int recovered, int missing) {}

    /** Loads the index, and brings back what it can. */
    public Result recover() throws IOException {
        List<StoredSnapshot> snapshots = snapshots();
        repository.loadIndex(progress);
        Map<BlobHandle, String> missing = MissingBlobs.find(repository, snapshots, progress);
        for (BlobSource source : sources) {
            while (takeFrom(source, missing)) {
                missing = MissingBlobs.find(repository, snapshots, progress);
            }
        }
        missing.keySet().removeAll(recovered);
        missing.forEach((blob, reason) -> notes.accept(new RepairNote.BlobLost(blob, reason)));
        return new Result(recovered.size(), missing.size());
    }

    private List<StoredSnapshot> snapshots() throws IOException {
        SnapshotList list = repository.snapshots().list();
        list.unreadable()
                .forEach(snapshot -> notes.accept(new RepairNote.SnapshotUnreadable(
                        snapshot.id(), String.valueOf(snapshot.failure().getMessage()))));
        return list.sound();
    }

    /** Returns whether a tree was found, which may lead to more that is missing. */
    private boolean takeFrom(BlobSource source, Map<BlobHandle, String> missing) throws IOException {
        Set<BlobHandle> wanted = new HashSet<>(missing.keySet());
        wanted.removeAll(recovered);
        if (wanted.isEmpty()) {
            return false;
        }
        progress.on(new ProgressEvent.Notice("look elsewhere for " + wanted.size() + " missing blobs"));
        Set<BlobHandle> found = ConcurrentHashMap.newKeySet();
        try (BlobSaver saver = repository.startSaving()) {
            source.find(wanted, (blob, content, length) -> {
                if (found.add(blob)) {
                    saver.saveCopy(blob, content, length);
                }
            });
            saver.flush();
        }
        recovered.addAll(found);
        return found.stream().anyMatch(blob -> blob.type() == BlobType.TREE);
    }
}
