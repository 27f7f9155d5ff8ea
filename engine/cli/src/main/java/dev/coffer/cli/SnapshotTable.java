package dev.coffer.cli;

import dev.coffer.engine.snapshot.Snapshot;
import dev.coffer.engine.snapshot.SnapshotSummary;
import dev.coffer.engine.snapshot.StoredSnapshot;
import java.util.List;

/** Snapshots as a table for people. */
final class SnapshotTable {

    private SnapshotTable() {}

    /** @param compact leaves out paths and sizes */
    static List<String> of(List<StoredSnapshot> snapshots, boolean compact) {
        Table table = compact
                ? new Table("ID", "Time", "Host", "Tags")
                : new Table("ID", "Time", "Host", "Tags", "Paths", "Size");
        for (StoredSnapshot stored : snapshots) {
            Snapshot snapshot = stored.snapshot();
            String id = stored.id().shortHex();
            String time = Texts.time(snapshot.time());
            if (compact) {
                table.row(id, time, snapshot.hostname(), String.join(",", snapshot.tags()));
            } else {
                String paths = String.join("\n", snapshot.paths());
                table.row(id, time, snapshot.hostname(), String.join("\n", snapshot.tags()), paths, size(snapshot));
            }
        }
        return table.footer(Texts.count(snapshots.size(), "snapshot")).lines();
    }

    private static String size(Snapshot snapshot) {
        SnapshotSummary summary = snapshot.summary();
        return summary == null ? "" : Texts.bytes(summary.totalBytesProcessed());
    }
}
