package dev.coffer.engine.snapshot;

import dev.coffer.engine.blob.ObjectId;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * One backup, as restic stores it (repository format, "Snapshot file").
 *
 * @param time when the backup began, with the UTC offset of the place where it ran
 * @param parent the snapshot this one was compared with, if any
 * @param tree tree of the root directory
 * @param paths absolute paths that were backed up
 * @param hostname empty when unknown, like {@code username}
 * @param uid of the user who ran the backup, unsigned 32 bits; 0 also when unknown, like {@code gid}
 * @param excludes patterns given on the command line
 * @param tags in the order they were given
 * @param original the snapshot this one was made from by changing or copying, if any
 * @param programVersion such as {@code restic 0.19.1}; empty when unknown
 * @param summary what the backup did, if it was recorded
 * @param extra members this program does not know, with their JSON, in their order; they are written back
 */
public record Snapshot(
        OffsetDateTime time,
        @Nullable ObjectId parent,
        ObjectId tree,
        List<String> paths,
        String hostname,
        String username,
        long uid,
        long gid,
        List<String> excludes,
        List<String> tags,
        @Nullable ObjectId original,
        String programVersion,
        @Nullable SnapshotSummary summary,
        SequencedMap<String, String> extra) {

    /** The tag of snapshots that hold a part only of what they should: that of a backup that was cut short. */
    public static final String PARTIAL = "coffer-partial";

    public Snapshot {
        paths = List.copyOf(paths);
        excludes = List.copyOf(excludes);
        tags = List.copyOf(tags);
        extra = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(extra));
    }

    /** A builder of a snapshot; what is not set is empty. */
    public static SnapshotBuilder builder(OffsetDateTime time, ObjectId tree) {
        return new SnapshotBuilder(time, tree);
    }

    /** Whether it was saved before its backup was complete. */
    public boolean partial() {
        return tags.contains(PARTIAL);
    }

    /** A builder that holds the parts of this snapshot. */
    public SnapshotBuilder toBuilder() {
        return new SnapshotBuilder(this);
    }
}
