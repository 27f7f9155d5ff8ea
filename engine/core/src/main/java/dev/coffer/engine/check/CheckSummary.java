package dev.coffer.engine.check;

import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.json.JsonWriter;
import java.util.List;

/**
 * The outcome of a check.
 *
 * @param errors number of things that are wrong: each problem of a directory, and each other damaged object
 * @param brokenPacks packs that `coffer repair packs` should be given, in the order they were found
 * @param suggestRepairIndex whether `coffer repair index` would mend or tidy something
 * @param suggestPrune whether `coffer prune` would tidy something
 */
public record CheckSummary(long errors, List<ObjectId> brokenPacks, boolean suggestRepairIndex, boolean suggestPrune) {

    public boolean isSound() {
        return errors == 0;
    }

    /** The object that restic prints for it. */
    public String toJson() {
        JsonWriter json = new JsonWriter();
        json.beginObject().name("message_type").value("summary");
        json.name("num_errors").value(errors);
        json.name("broken_packs");
        if (brokenPacks.isEmpty()) {
            json.nullValue();
        } else {
            json.beginArray();
            brokenPacks.forEach(pack -> json.value(pack.toString()));
            json.endArray();
        }
        json.name("suggest_repair_index").value(suggestRepairIndex);
        json.name("suggest_prune").value(suggestPrune);
        return json.endObject().toString();
    }
}
