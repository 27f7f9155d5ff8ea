package dev.coffer.engine.snapshot;

import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.json.JsonWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes snapshots as restic does: order of members, and which of them are left out when empty. */
final class SnapshotWriter {

    private final JsonWriter json;

    SnapshotWriter(JsonWriter json) {
        this.json = json;
    }

    void write(Snapshot snapshot) {
        name(SnapshotKey.TIME).value(snapshot.time());
        id(SnapshotKey.PARENT, snapshot.parent());
        id(SnapshotKey.TREE, snapshot.tree());
        array(SnapshotKey.PATHS, snapshot.paths());
        text(SnapshotKey.HOSTNAME, snapshot.hostname());
        text(SnapshotKey.USERNAME, snapshot.username());
        number(SnapshotKey.UID, snapshot.uid());
        number(SnapshotKey.GID, snapshot.gid());
        arrayUnlessEmpty(SnapshotKey.EXCLUDES, snapshot.excludes());
        arrayUnlessEmpty(SnapshotKey.TAGS, snapshot.tags());
        id(SnapshotKey.ORIGINAL, snapshot.original());
        text(SnapshotKey.PROGRAM_VERSION, snapshot.programVersion());
        SnapshotSummary summary = snapshot.summary();
        if (summary != null) {
            SummaryCodec.write(summary, name(SnapshotKey.SUMMARY));
        }
        snapshot.extra().forEach((name, value) -> json.name(name).raw(value));
    }

    private JsonWriter name(SnapshotKey key) {
        return json.name(key.label);
    }

    private void id(SnapshotKey key, @Nullable ObjectId id) {
        if (id != null) {
            name(key).valueHex(id.w0(), id.w1(), id.w2(), id.w3());
        }
    }

    private void text(SnapshotKey key, String text) {
        if (!text.isEmpty()) {
            name(key).value(text);
        }
    }

    private void number(SnapshotKey key, long number) {
        if (number != 0) {
            name(key).value(number);
        }
    }

    private void arrayUnlessEmpty(SnapshotKey key, List<String> texts) {
        if (!texts.isEmpty()) {
            array(key, texts);
        }
    }

    private void array(SnapshotKey key, List<String> texts) {
        name(key).value(texts);
    }
}
