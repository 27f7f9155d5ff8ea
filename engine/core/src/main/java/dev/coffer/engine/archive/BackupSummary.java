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
 * @param anomaly what is remarkable about it, in comparison with earlier ones
 * @param problems number of things that could not be backed up, or not in full
 */
public record BackupSummary(
        Optional<ObjectId> snapshot,
        Optional<ObjectId> parent,
        SnapshotSummary facts,
        Optional<Anomaly> anomaly,
        long problems) {

    /** Whether everything that was asked for is in the snapshot. */
    public boolean complete() {
        return problems == 0;
    }

    /** The same for those who do not want to know what is remarkable. */
    public BackupSummary withoutAnomaly() {
        return new BackupSummary(snapshot, parent, facts, Optional.empty(), problems);
    }

    public Duration duration() {
        return Duration.between(facts.backupStart(), facts.backupEnd());
    }
}
