package dev.coffer.engine.snapshot;

import dev.coffer.engine.blob.ObjectId;
import java.time.OffsetDateTime;
import java.util.List;

/** Snapshots for tests. */
final class Snapshots {

    static final ObjectId TREE = ObjectId.of(new byte[0]);

    private Snapshots() {}

    /** A snapshot of host {@code h} and path {@code /p}, taken on that day of January. */
    static SnapshotBuilder onDay(int day) {
        return Snapshot.builder(OffsetDateTime.parse("2024-01-%02dT12:00:00Z".formatted(day)), TREE)
                .hostname("h")
                .paths(List.of("/p"));
    }

    /** Stores a snapshot under an id that begins with the given digits. */
    static StoredSnapshot stored(String prefix, SnapshotBuilder snapshot) {
        String id = prefix + "0".repeat(2 * ObjectId.BYTES - prefix.length());
        return new StoredSnapshot(ObjectId.parse(id), snapshot.build());
    }
}
