package dev.coffer.cli;

import dev.coffer.engine.json.JsonWriter;
import dev.coffer.engine.retention.Retention;
import dev.coffer.engine.snapshot.GroupBy;
import dev.coffer.engine.snapshot.GroupKey;
import dev.coffer.engine.snapshot.SnapshotCodec;
import dev.coffer.engine.snapshot.StoredSnapshot;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Tells what {@code forget} decides about each group: as tables at once, or as one JSON document at the end. */
final class ForgetReport {

    private final Session session;
    private final GroupBy by;
    private final boolean compact;
    private final boolean dryRun;
    private final JsonWriter json = new JsonWriter().beginArray();
    private boolean empty = true;

    ForgetReport(Session session, GroupBy by, boolean compact, boolean dryRun) {
        this.session = session;
        this.by = by;
        this.compact = compact;
        this.dryRun = dryRun;
    }

    void decided(GroupKey key, Retention decision) throws IOException {
        empty = false;
        if (session.json()) {
            write(key, decision);
        } else if (!session.options().output.quiet()) {
            print(key, decision);
        }
    }

    private void print(GroupKey key, Retention decision) throws IOException {
        if (by.isGrouping()) {
            session.output().line("Snapshots of " + key);
        }
        Map<StoredSnapshot, List<String>> reasons = new HashMap<>();
        decision.reasons().forEach(reason -> reasons.put(reason.snapshot(), reason.matches()));
        print(
                dryRun ? "Would be kept" : "Kept",
                SnapshotTable.withReasons(decision.keep().reversed(), compact, reasons),
                decision.keep());
        print(
                dryRun ? "Would be removed" : "To be removed",
                SnapshotTable.of(decision.remove().reversed(), compact),
                decision.remove());
    }

    private void print(String title, List<String> table, List<StoredSnapshot> snapshots) throws IOException {
        if (!snapshots.isEmpty()) {
            session.output().line(title + ":");
            session.output().lines(table);
            session.output().line("");
        }
    }

    private void write(GroupKey key, Retention decision) {
        json.beginObject();
        json.name("tags").value(key.tags());
        json.name("host").value(key.hostname());
        json.name("paths").value(key.paths());
        arrayOrNull("keep", decision.keep(), stored -> SnapshotCodec.write(stored, json));
        arrayOrNull("remove", decision.remove(), stored -> SnapshotCodec.write(stored, json));
        arrayOrNull("reasons", decision.reasons(), this::write);
        json.endObject();
    }

    /** Where there are no elements, restic writes null instead of an array. */
    private <T> void arrayOrNull(String name, List<T> elements, Consumer<T> writing) {
        json.name(name);
        if (elements.isEmpty()) {
            json.nullValue();
            return;
        }
        json.beginArray();
        elements.forEach(writing);
        json.endArray();
    }

    private void write(Retention.Reason reason) {
        json.beginObject().name("snapshot");
        SnapshotCodec.write(reason.snapshot(), json);
        json.name("matches").value(reason.matches());
        json.endObject();
    }

    /** Prints the JSON, if there is any. */
    void end() throws IOException {
        if (session.json() && !empty) {
            session.output().json(json.endArray());
        }
    }
}
