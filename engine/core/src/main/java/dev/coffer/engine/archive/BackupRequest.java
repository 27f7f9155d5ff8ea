package dev.coffer.engine.archive;

import dev.coffer.engine.snapshot.GroupBy;
import dev.coffer.engine.source.AccessTimes;
import java.time.Duration;

/**
 * One backup to be made.
 *
 * @param labels what the snapshot says about itself
 * @param parent what it is compared with
 * @param changes by what files are taken for unchanged
 * @param identical what to do if nothing at all has changed
 * @param estimate whether to count in advance what there is to do
 * @param readConcurrency how many files are read at the same time
 * @param checkpoints how often a first backup notes how far it has got; not at all if zero
 */
public record BackupRequest(
        BackupSource source,
        SnapshotLabels labels,
        ParentChoice parent,
        ChangeTest changes,
        AccessTimes accessTimes,
        Identical identical,
        Estimate estimate,
        int readConcurrency,
        Duration checkpoints) {

    public static final int DEFAULT_READ_CONCURRENCY = 2;

    public static final Duration DEFAULT_CHECKPOINTS = Duration.ofMinutes(5);

    /** What becomes of a backup whose tree is that of its parent. */
    public enum Identical {
        /** It gets a snapshot of its own. */
        SAVED,
        /** No snapshot is made. */
        SKIPPED
    }

    /** Whether the amount of work is counted while the work goes on. */
    public enum Estimate {
        /** Every folder is listed twice, once ahead. */
        SCAN,
        /** Progress has no total. */
        NONE
    }

    public BackupRequest {
        if (readConcurrency < 1) {
            throw new IllegalArgumentException("at least one file must be read at a time, not " + readConcurrency);
        }
    }

    /** What restic does by default, without estimate. */
    public static BackupRequest of(BackupSource source, SnapshotLabels labels) {
        return new BackupRequest(
                source,
                labels,
                new ParentChoice.Latest(GroupBy.HOST_AND_PATHS),
                ChangeTest.STRICT,
                AccessTimes.SAME_AS_CHANGE,
                Identical.SAVED,
                Estimate.NONE,
                DEFAULT_READ_CONCURRENCY,
                DEFAULT_CHECKPOINTS);
    }

    public BackupRequest withParent(ParentChoice newValue) {
        return new BackupRequest(
                source, labels, newValue, changes, accessTimes, identical, estimate, readConcurrency, checkpoints);
    }

    public BackupRequest withChanges(ChangeTest newValue) {
        return new BackupRequest(
                source, labels, parent, newValue, accessTimes, identical, estimate, readConcurrency, checkpoints);
    }

    public BackupRequest withAccessTimes(AccessTimes newValue) {
        return new BackupRequest(
                source, labels, parent, changes, newValue, identical, estimate, readConcurrency, checkpoints);
    }

    public BackupRequest withIdentical(Identical newValue) {
        return new BackupRequest(
                source, labels, parent, changes, accessTimes, newValue, estimate, readConcurrency, checkpoints);
    }

    public BackupRequest withEstimate(Estimate newValue) {
        return new BackupRequest(
                source, labels, parent, changes, accessTimes, identical, newValue, readConcurrency, checkpoints);
    }

    public BackupRequest withReadConcurrency(int newValue) {
        return new BackupRequest(
                source, labels, parent, changes, accessTimes, identical, estimate, newValue, checkpoints);
    }

    public BackupRequest withCheckpoints(Duration newValue) {
        return new BackupRequest(
                source, labels, parent, changes, accessTimes, identical, estimate, readConcurrency, newValue);
    }
}
