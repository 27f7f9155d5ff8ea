package dev.coffer.engine.prune;

import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.index.Index;
import dev.coffer.engine.index.IndexedPack;
import dev.coffer.engine.pack.PackedBlob;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

/** What is to be done with every pack of a repository, and why. Immutable; holds as long as the lock under which it was made. */
public final class PrunePlan {

    private final List<PlannedPack> packs;
    private final PruneStatistics statistics;

    /** Blobs that are needed and in no pack that is kept. */
    private final IndexedBlobSet toCopy;

    private PrunePlan(List<PlannedPack> packs, PruneStatistics statistics, IndexedBlobSet toCopy) {
        this.packs = List.copyOf(packs);
        this.statistics = statistics;
        this.toCopy = toCopy;
    }

    /**
     * A plan.
     *
     * @param used blobs that are needed
     * @param packs what was decided about each pack
     * @param compressing whether the repository can hold compressed blobs
     */
    static PrunePlan of(Index index, IndexedBlobSet used, List<PlannedPack> packs, boolean compressing) {
        if (packsTo(PackAction.REPACK, packs).isEmpty()) {
            return new PrunePlan(packs, PruneStatistics.of(packs, compressing), new IndexedBlobSet(index));
        }
        Set<ObjectId> kept = packsTo(PackAction.KEEP, packs);
        IndexedBlobSet toCopy = used.copy();
        for (IndexedPack pack : index.packsWithBlobs()) {
            if (kept.contains(pack.pack())) {
                pack.blobs().forEach(blob -> toCopy.remove(blob.handle()));
            }
        }
        return new PrunePlan(packs, PruneStatistics.of(packs, compressing), toCopy);
    }

    /** All packs, those in the index first. */
    public List<PlannedPack> packs() {
        return packs;
    }

    public PruneStatistics statistics() {
        return statistics;
    }

    Set<ObjectId> packsTo(PackAction action) {
        return packsTo(action, packs);
    }

    private static Set<ObjectId> packsTo(PackAction action, List<PlannedPack> packs) {
        Set<ObjectId> chosen = new HashSet<>();
        for (PlannedPack pack : packs) {
            if (pack.action() == action) {
                chosen.add(pack.pack());
            }
        }
        return chosen;
    }

    /** Packs that are of no use once the copies are stored and listed. */
    Set<ObjectId> replacedPacks() {
        Set<ObjectId> replaced = packsTo(PackAction.REMOVE);
        replaced.addAll(packsTo(PackAction.REPACK));
        return replaced;
    }

    /** Packs that no index is to list any more. */
    Set<ObjectId> unlistedPacks() {
        Set<ObjectId> unlisted = replacedPacks();
        unlisted.addAll(packsTo(PackAction.DROP_FROM_INDEX));
        return unlisted;
    }

    /** Whether the index may have to change; also for packs in no index, as whatever left them may have left it untidy. */
    boolean removesAnything() {
        return packs.stream().anyMatch(pack -> pack.action() != PackAction.KEEP);
    }

    int blobsToCopy() {
        return toCopy.size();
    }

    /** The packs to be repacked, each with those of its blobs that have to be copied from there: all together, each blob once. */
    Iterable<IndexedPack> copies(Index index) {
        Set<ObjectId> sources = packsTo(PackAction.REPACK);
        Iterable<IndexedPack> known = index.packsWithBlobs();
        return () -> copies(known, sources, toCopy.copy());
    }

    private static Iterator<IndexedPack> copies(
            Iterable<IndexedPack> packs, Set<ObjectId> sources, IndexedBlobSet left) {
        return StreamSupport.stream(packs.spliterator(), false)
                .filter(pack -> sources.contains(pack.pack()))
                .map(pack -> new IndexedPack(pack.pack(), takeFrom(left, pack)))
                .iterator();
    }

    private static List<PackedBlob> takeFrom(IndexedBlobSet left, IndexedPack pack) {
        return pack.blobs().stream().filter(blob -> left.remove(blob.handle())).toList();
    }
}
