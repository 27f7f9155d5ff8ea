package dev.coffer.engine.snapshot;

import dev.coffer.engine.json.GoTime;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * What a backup did. Numbers are counts, or bytes where the name says data or bytes.
 *
 * @param dataAdded bytes of new blobs before compression
 * @param dataAddedPacked bytes of new blobs as they are stored
 * @param extra members this program does not know, with their JSON, in their order; they are written back
 */
public record SnapshotSummary(
        OffsetDateTime backupStart,
        OffsetDateTime backupEnd,
        long filesNew,
        long filesChanged,
        long filesUnmodified,
        long dirsNew,
        long dirsChanged,
        long dirsUnmodified,
        long dataBlobs,
        long treeBlobs,
        long dataAdded,
        long dataAddedPacked,
        long totalFilesProcessed,
        long totalBytesProcessed,
        SequencedMap<String, String> extra) {

    /** Of a backup of which nothing was recorded. */
    public static final SnapshotSummary NOTHING =
            new SnapshotSummary(GoTime.ZERO, GoTime.ZERO, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, new LinkedHashMap<>());

    public SnapshotSummary {
        extra = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(extra));
    }

    /** The summary with other totals, for a snapshot whose tree was changed afterwards. */
    public SnapshotSummary withTotals(long files, long bytes) {
        return new SnapshotSummary(
                backupStart,
                backupEnd,
                filesNew,
                filesChanged,
                filesUnmodified,
                dirsNew,
                dirsChanged,
                dirsUnmodified,
                dataBlobs,
                treeBlobs,
                dataAdded,
                dataAddedPacked,
                files,
                bytes,
                extra);
    }
}
