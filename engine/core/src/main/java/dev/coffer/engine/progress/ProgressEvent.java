package dev.coffer.engine.progress;

import java.time.Duration;

/** A fact about running work. Sizes are bytes. */
public sealed interface ProgressEvent {

    /** The amount of work is (now) known to be this; comes again while it grows. */
    record Total(long files, long bytes) implements ProgressEvent {}

    /** The scan for the total amount has ended; comes once. */
    record ScanFinished(long files, long bytes, Duration duration) implements ProgressEvent {}

    /** Work on a file or directory has begun. */
    record Started(String path) implements ProgressEvent {}

    /** So many more bytes of content were dealt with. */
    record Bytes(long count) implements ProgressEvent {}

    /** A file or directory was saved. */
    record Saved(
            String path,
            boolean directory,
            Change change,
            Duration duration,
            long dataSize,
            long dataSizeInRepository,
            long metadataSize,
            long metadataSizeInRepository)
            implements ProgressEvent {}

    /** Something was restored, or needed no restoring. */
    record Restored(String path, RestoreAction action, long size) implements ProgressEvent {}

    /** Something could not be dealt with; the work goes on without it. */
    record Problem(Phase during, String item, String message) implements ProgressEvent {}

    /** Something the user should know, that is no failure. */
    record Notice(String message) implements ProgressEvent {}

    /** Steps of a longer task, such as packs read by a check: {@code done} of {@code total} (0 while unknown). */
    record Step(String what, long done, long total) implements ProgressEvent {}

    /** How a saved item compares with the parent snapshot. */
    enum Change {
        NEW,
        MODIFIED,
        UNCHANGED
    }

    /** What restoring did to an item. */
    enum RestoreAction {
        RESTORED,
        UPDATED,
        UNCHANGED,
        DELETED
    }

    /** The part of the work in which a problem arose. */
    enum Phase {
        SCAN,
        ARCHIVAL,
        RESTORE,
        CHECK
    }
}
