package dev.coffer.engine.snapshot;

import dev.coffer.engine.json.GoTime;
import dev.coffer.engine.json.JsonReader;
import dev.coffer.engine.json.JsonWriter;
import dev.coffer.engine.json.MalformedJson;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/** The summary inside a snapshot file: all known members always present. */
final class SummaryCodec {

    private SummaryCodec() {}

    static void write(SnapshotSummary summary, JsonWriter json) {
        json.beginObject();
        name(SummaryKey.BACKUP_START, json).value(summary.backupStart());
        name(SummaryKey.BACKUP_END, json).value(summary.backupEnd());
        name(SummaryKey.FILES_NEW, json).valueUnsigned(summary.filesNew());
        name(SummaryKey.FILES_CHANGED, json).valueUnsigned(summary.filesChanged());
        name(SummaryKey.FILES_UNMODIFIED, json).valueUnsigned(summary.filesUnmodified());
        name(SummaryKey.DIRS_NEW, json).valueUnsigned(summary.dirsNew());
        name(SummaryKey.DIRS_CHANGED, json).valueUnsigned(summary.dirsChanged());
        name(SummaryKey.DIRS_UNMODIFIED, json).valueUnsigned(summary.dirsUnmodified());
        name(SummaryKey.DATA_BLOBS, json).value(summary.dataBlobs());
        name(SummaryKey.TREE_BLOBS, json).value(summary.treeBlobs());
        name(SummaryKey.DATA_ADDED, json).valueUnsigned(summary.dataAdded());
        name(SummaryKey.DATA_ADDED_PACKED, json).valueUnsigned(summary.dataAddedPacked());
        name(SummaryKey.TOTAL_FILES_PROCESSED, json).valueUnsigned(summary.totalFilesProcessed());
        name(SummaryKey.TOTAL_BYTES_PROCESSED, json).valueUnsigned(summary.totalBytesProcessed());
        summary.extra().forEach((name, value) -> json.name(name).raw(value));
        json.endObject();
    }

    private static JsonWriter name(SummaryKey key, JsonWriter json) {
        return json.name(key.label());
    }

    static SnapshotSummary read(JsonReader json) throws MalformedJson {
        OffsetDateTime start = GoTime.ZERO;
        OffsetDateTime end = GoTime.ZERO;
        Map<SummaryKey, Long> numbers = new EnumMap<>(SummaryKey.class);
        SequencedMap<String, String> extra = new LinkedHashMap<>();
        json.beginObject();
        while (json.hasNext()) {
            SummaryKey key = json.nextName(SummaryKey.NAMES);
            if (key == SummaryKey.OTHER) {
                extra.put(json.lastName(), json.nextRaw());
            } else if (json.isNull()) {
                json.nextNull();
            } else if (key == SummaryKey.BACKUP_START) {
                start = json.nextTime();
            } else if (key == SummaryKey.BACKUP_END) {
                end = json.nextTime();
            } else {
                numbers.put(key, json.nextUnsignedLong());
            }
        }
        json.endObject();
        return summary(start, end, numbers, extra);
    }

    /** Older programs recorded less; what is missing counts as zero. */
    private static SnapshotSummary summary(
            OffsetDateTime start,
            OffsetDateTime end,
            Map<SummaryKey, Long> numbers,
            SequencedMap<String, String> extra) {
        return new SnapshotSummary(
                start,
                end,
                numbers.getOrDefault(SummaryKey.FILES_NEW, 0L),
                numbers.getOrDefault(SummaryKey.FILES_CHANGED, 0L),
                numbers.getOrDefault(SummaryKey.FILES_UNMODIFIED, 0L),
                numbers.getOrDefault(SummaryKey.DIRS_NEW, 0L),
                numbers.getOrDefault(SummaryKey.DIRS_CHANGED, 0L),
                numbers.getOrDefault(SummaryKey.DIRS_UNMODIFIED, 0L),
                numbers.getOrDefault(SummaryKey.DATA_BLOBS, 0L),
                numbers.getOrDefault(SummaryKey.TREE_BLOBS, 0L),
                numbers.getOrDefault(SummaryKey.DATA_ADDED, 0L),
                numbers.getOrDefault(SummaryKey.DATA_ADDED_PACKED, 0L),
                numbers.getOrDefault(SummaryKey.TOTAL_FILES_PROCESSED, 0L),
                numbers.getOrDefault(SummaryKey.TOTAL_BYTES_PROCESSED, 0L),
                extra);
    }
}
