package dev.coffer.engine.archive;

import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.repository.BlobSaver;
import dev.coffer.engine.repository.Snapshots;
import dev.coffer.engine.snapshot.Snapshot;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Saves, every few minutes, a snapshot of what a first backup has stored so far, so that the next one need not read that again
 * should this one be cut short. Each replaces the one before. Used by one thread.
 */
final class PartialSnapshots implements Checkpoints {

    private final Snapshots snapshots;
    private final BlobSaver saver;
    private final Function<ObjectId, Snapshot> labels;
    private final Duration interval;
    private final Journal journal;
    private long last = System.nanoTime();
    private @Nullable ObjectId saved;

    /** @param labels makes the snapshot of a root tree */
    PartialSnapshots(
            Snapshots snapshots,
            BlobSaver saver,
            Function<ObjectId, Snapshot> labels,
            Duration interval,
            Journal journal) {
        this.snapshots = snapshots;
        this.saver = saver;
        this.labels = labels;
        this.interval = interval;
        this.journal = journal;
    }

    @Override
    public boolean due() {
        return System.nanoTime() - last >= interval.toNanos();
    }

    @Override
    public void save(ObjectId tree) throws IOException {
        saver.flush();
        try {
            ObjectId fresh = snapshots.save(labels.apply(tree));
            ObjectId previous = saved;
            saved = fresh;
            if (previous != null) {
                snapshots.remove(previous);
            }
        } catch (IOException e) {
            journal.notice("cannot note how far the backup has got: " + e.getMessage());
        }
        last = System.nanoTime();
    }

    /** The one that is there now. */
    Optional<ObjectId> saved() {
        return Optional.ofNullable(saved);
    }
}
