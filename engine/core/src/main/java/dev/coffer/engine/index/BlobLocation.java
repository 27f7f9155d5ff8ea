package dev.coffer.engine.index;

import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.pack.PackedBlob;

/** One place where a blob is stored. */
public record BlobLocation(ObjectId pack, PackedBlob blob) {}
