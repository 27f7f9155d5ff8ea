package dev.coffer.engine.repository;

import dev.coffer.engine.blob.BlobHandle;
import dev.coffer.engine.index.Index;
import dev.coffer.engine.pack.PackedBlob;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The blobs that one session is storing right now, so that no two of its threads store the same one. They belong to the
 * session alone: when it fails, nobody else has relied on them. Safe for use by several threads.
 */
final class Claims {

    private final Index index;
    private final Set<BlobHandle> claimed = new HashSet<>();

    Claims(Index index) {
        this.index = index;
    }

    /**
     * Whether the caller has to store the blob: it is neither claimed by another thread nor stored, or only in packs that are
     * to go.
     */
    synchronized boolean claim(BlobHandle handle) {
        return !index.keeps(handle) && claimed.add(handle);
    }

    /** Whether nobody needs to store the blob any more. */
    synchronized boolean covers(BlobHandle handle) {
        return index.keeps(handle) || claimed.contains(handle);
    }

    /** Ends the claims of blobs that the index lists by now; before, another thread could claim them again. */
    synchronized void release(List<PackedBlob> blobs) {
        blobs.forEach(blob -> claimed.remove(blob.handle()));
    }
}
