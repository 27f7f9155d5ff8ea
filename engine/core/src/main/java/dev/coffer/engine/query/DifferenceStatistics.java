package dev.coffer.engine.query;

import dev.coffer.engine.json.JsonWriter;

/** How much two trees differ. */
public record DifferenceStatistics(long changedFiles, Side added, Side removed) {

    /**
     * What only one of the two has.
     *
     * @param others nodes that are neither files nor directories
     * @param bytes plain size of the blobs
     */
    public record Side(long files, long directories, long others, long dataBlobs, long treeBlobs, long bytes) {}

    /** The object that restic prints last. */
    public String toJson(String source, String target) {
        JsonWriter json = new JsonWriter().beginObject();
        json.name("message_type").value("statistics");
        json.name("source_snapshot").value(source);
        json.name("target_snapshot").value(target);
        json.name("changed_files").value(changedFiles);
        write("added", added, json);
        write("removed", removed, json);
        return json.endObject().toString();
    }

    private static void write(String name, Side side, JsonWriter json) {
        json.name(name).beginObject();
        json.name("files").value(side.files());
        json.name("dirs").value(side.directories());
        json.name("others").value(side.others());
        json.name("data_blobs").value(side.dataBlobs());
        json.name("tree_blobs").value(side.treeBlobs());
        json.name("bytes").value(side.bytes());
        json.endObject();
    }
}
