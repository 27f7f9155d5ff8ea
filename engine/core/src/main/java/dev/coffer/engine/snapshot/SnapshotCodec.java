package dev.coffer.engine.snapshot;

import dev.coffer.engine.json.JsonReader;
import dev.coffer.engine.json.JsonWriter;
import dev.coffer.engine.json.MalformedJson;

/** The content of a snapshot file: one JSON object, without a newline. */
public final class SnapshotCodec {

    private SnapshotCodec() {}

    public static byte[] encode(Snapshot snapshot) {
        JsonWriter json = new JsonWriter().beginObject();
        writeMembers(snapshot, json);
        return json.endObject().toBytes();
    }

    /** Reads a snapshot, be it of restic or of rustic; the bytes must be exactly one JSON text. */
    public static Snapshot decode(byte[] content) throws MalformedJson {
        JsonReader json = new JsonReader(content);
        Snapshot snapshot = new SnapshotReader(json).read();
        json.endDocument();
        return snapshot;
    }

    /** Writes the members of a snapshot into the object that is open, as they stand in the file. */
    public static void writeMembers(Snapshot snapshot, JsonWriter json) {
        new SnapshotWriter(json).write(snapshot);
    }

    /** Writes an object as lists of snapshots show it: the members of the snapshot and its id, long and short. */
    public static void write(StoredSnapshot stored, JsonWriter json) {
        json.beginObject();
        writeMembers(stored.snapshot(), json);
        json.name("id").value(stored.id().toString());
        json.name("short_id").value(stored.id().shortHex());
        json.endObject();
    }
}
