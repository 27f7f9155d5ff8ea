package dev.coffer.engine.query;

import dev.coffer.engine.blob.BlobHandle;
import dev.coffer.engine.blob.BlobType;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.json.JsonWriter;
import dev.coffer.engine.snapshot.StoredSnapshot;
import java.util.Optional;

/**
 * A place where a blob is used.
 *
 * @param path of the file whose content it is part of, or of the directory whose tree it is
 * @param parentTree tree that the file stands in; empty for trees
 */
public record FoundObject(BlobHandle blob, String path, Optional<ObjectId> parentTree, StoredSnapshot snapshot) {

    /** The word restic uses: a blob of data is a {@code blob}, one of a tree a {@code tree}. */
    public String kind() {
        return blob.type() == BlobType.TREE ? "tree" : "blob";
    }

    /** The object that restic prints in a list of all. */
    public void writeTo(JsonWriter json) {
        json.beginObject();
        json.name("object_type").value(kind());
        json.name("id").value(blob.id().toString());
        json.name("path").value(path);
        parentTree.ifPresent(tree -> json.name("parent_tree").value(tree.toString()));
        json.name("snapshot").value(snapshot.id().toString());
        json.name("time").value(snapshot.snapshot().time());
        json.endObject();
    }
}
