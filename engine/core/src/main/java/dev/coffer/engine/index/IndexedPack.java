package dev.coffer.engine.index;

import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.pack.PackedBlob;
import java.util.List;

/** A pack and what an index says it holds. */
public record IndexedPack(ObjectId pack, List<PackedBlob> blobs) {}
