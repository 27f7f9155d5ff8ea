package dev.coffer.cli;

import dev.coffer.engine.snapshot.Snapshot;
import dev.coffer.engine.snapshot.SnapshotSummary;
import dev.coffer.engine.snapshot.StoredSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Snapshots as a table for people. */
final class SnapshotTable {

    private SnapshotTable() {}

    /** @param compact leaves out paths and sizes */
    static List<String> of(List<StoredSnapshot> snapshots, boolean compact) {
        return table(snapshots, compact, Optional.empty());
    }

    /** As {@link #of}, with a column that tells why each snapshot is kept. */
    static List<String> withReasons(
            List<StoredSnapshot> snapshots, boolean compact, Map<StoredSnapshot, List<String>> reasons) {
        return table(snapshots, compact, Optional.of(reasons));
    }

    private static List<String> table(
            List<StoredSnapshot> snapshots, boolean compact, Optional<Map<StoredSnapshot, List<String>>> reasons) {
        String separator = compact ? "," : "\n";
        List<String> header = new ArrayList<>(List.of("ID", "Time", "Host", "Tags"));
        header.addAll(reasons.isPresent() ? List.of("Reasons") : List.of());
        header.addAll(compact ? List.of() : List.of("Paths", "Size"));
        Table table = new Table(header.toArray(String[]::new));
        for (StoredSnapshot stored : snapshots) {
            Snapshot snapshot = stored.snapshot();
            List<String> row = new ArrayList<>();
            row.add(stored.id().shortHex());
            row.add(Texts.time(snapshot.time()));
            row.add(snapshot.hostname());
            row.add(String.join(separator, snapshot.tags()));
            reasons.ifPresent(all -> row.add(String.join(separator, all.getOrDefault(stored, List.of()))));
            row.addAll(compact ? List.of() : List.of(String.join("\n", snapshot.paths()), size(snapshot)));
            table.row(row.toArray(String[]::new));
        }
        return table.footer(Texts.count(snapshots.size(), "snapshot")).lines();
    }

    private static String size(Snapshot snapshot) {
        SnapshotSummary summary = snapshot.summary();
        return summary == null ? "" : Texts.bytes(summary.totalBytesProcessed());
    }
}
