package dev.coffer.engine.snapshot;

import dev.coffer.engine.json.JsonNames;
import java.util.Locale;

/** The members of a snapshot's summary, in the order they are written. */
enum SummaryKey {
    BACKUP_START,
    BACKUP_END,
    FILES_NEW,
    FILES_CHANGED,
    FILES_UNMODIFIED,
    DIRS_NEW,
    DIRS_CHANGED,
    DIRS_UNMODIFIED,
    DATA_BLOBS,
    TREE_BLOBS,
    DATA_ADDED,
    DATA_ADDED_PACKED,
    TOTAL_FILES_PROCESSED,
    TOTAL_BYTES_PROCESSED,
    OTHER;

    static final JsonNames<SummaryKey> NAMES = JsonNames.of(OTHER, SummaryKey::label);

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
