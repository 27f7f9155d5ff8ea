package dev.coffer.engine.archive;

import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.snapshot.SnapshotSummary;
import java.time.Duration;
import java.util.Optional;

/**
 * How a backup ended.
 *
 * @param snapshot the new snapshot; empty if none was made because nothing had changed
 * @param parent the snapshot it was compared with
 * @param facts what was done, as the snapshot records it
 * @param problems number of things that could not be backed up, or not in full
 */
public record BackupSummary(
        Optional<ObjectId> snapshot, Optional<ObjectId> parent, SnapshotSummary facts, long problems) {

    /** Whether everything that was asked for is in the snapshot. */
    public boolean complete() {
        return problems == 0;
    }

    public Duration duration() {
        return Duration.between(facts.backupStart(), facts.backupEnd());
    }
}
