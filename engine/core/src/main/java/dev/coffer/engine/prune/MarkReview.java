package dev.coffer.engine.prune;

import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.errors.RepositoryException.CorruptData;
import dev.coffer.engine.index.Index;
import dev.coffer.engine.index.IndexedPack;
import dev.coffer.engine.pack.PackHeader;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Tells which marked packs may go, by what is the case now: why a pack was marked does not count. A marked pack may go if
 * everything in it that is needed is also in a pack that stays and is there.
 */
final class MarkReview {

    private final Index index;
    private final Set<ObjectId> marked;
    private final Map<ObjectId, Long> stored;

    /** Blobs that are needed and not found in any pack that stays, so far. */
    private final IndexedBlobSet left;

    private MarkReview(Index index, IndexedBlobSet used, Set<ObjectId> marked, Map<ObjectId, Long> stored) {
        this.index = index;
        this.marked = marked;
        this.stored = stored;
        this.left = used.copy();
    }

    /**
     * The marked packs that may go, all together. Also those that no index lists, or that are not there.
     *
     * @param stored sizes of the packs that are there
     * @throws CorruptData if something that is needed is in no pack
     */
    static Set<ObjectId> unneeded(Index index, IndexedBlobSet used, Set<ObjectId> marked, Map<ObjectId, Long> stored)
            throws CorruptData {
        return new MarkReview(index, used, marked, stored).run();
    }

    private Set<ObjectId> run() throws CorruptData {
        Iterable<IndexedPack> packs = index.packsWithBlobs();
        Set<ObjectId> unneeded = new HashSet<>(marked);
        for (IndexedPack pack : packs) {
            if (!marked.contains(pack.pack()) && isThere(pack)) {
                take(pack);
            }
        }
        for (IndexedPack pack : packs) {
            if (marked.contains(pack.pack()) && isThere(pack) && take(pack)) {
                unneeded.remove(pack.pack());
            }
        }
        if (left.size() > 0) {
            throw new CorruptData(
                    "Nothing was pruned, because " + left.size()
                            + " blobs that snapshots need are in no pack that is there"
                            + " and of the right size. Run `coffer check` to see more, then `coffer repair index`.",
                    null);
        }
        return unneeded;
    }

    private boolean isThere(IndexedPack pack) {
        Long size = stored.get(pack.pack());
        return size != null && size == PackHeader.packSize(pack.blobs());
    }

    /** Takes what a pack holds off the list; returns whether there was anything. */
    private boolean take(IndexedPack pack) {
        return pack.blobs().stream().filter(blob -> left.remove(blob.handle())).count() > 0;
    }
}
