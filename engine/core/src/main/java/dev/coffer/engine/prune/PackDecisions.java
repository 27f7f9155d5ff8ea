package dev.coffer.engine.prune;

import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.errors.RepositoryException.CorruptData;
import dev.coffer.engine.repository.RepositoryOptions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Decides about packs as restic 0.19 does. For one decision. */
final class PackDecisions {

    /** So many small packs are worth the trouble of joining them. */
    private static final int MANY_SMALL = 10;

    private static final int SMALL_PERCENTILE = 3;

    private final PruneOptions options;
    private final boolean compressing;
    private final List<PlannedPack> decided = new ArrayList<>();
    private final List<PackUsage> candidates = new ArrayList<>();
    private final List<PackUsage> small = new ArrayList<>();
    private long sufficientSize;

    /** @param compressing whether the repository can hold compressed blobs */
    PackDecisions(PruneOptions options, boolean compressing) {
        this.options = options;
        this.compressing = compressing;
    }

    /**
     * What is to be done with each pack.
     *
     * @param indexed packs of the index
     * @param stored sizes of the files that are there
     * @throws CorruptData if a needed pack is missing or not of the size it should have
     */
    List<PlannedPack> decide(List<PackUsage> indexed, Map<ObjectId, Long> stored) throws CorruptData {
        requireAllThere(indexed, stored);
        sufficientSize = sufficientSize(indexed);
        Map<ObjectId, Long> unindexed = new HashMap<>(stored);
        for (PackUsage pack : indexed) {
            if (unindexed.remove(pack.pack()) == null) {
                decided.add(new PlannedPack(pack, PackReason.MISSING, 0));
            } else if (pack.isUsed()) {
                considerUsed(pack);
            } else {
                decided.add(new PlannedPack(pack, PackReason.UNUSED, stored.getOrDefault(pack.pack(), 0L)));
            }
        }
        considerSmall();
        chooseToRepack(indexed);
        unindexed.forEach(
                (pack, size) -> decided.add(new PlannedPack(PackUsage.unknown(pack), PackReason.NOT_INDEXED, size)));
        return decided;
    }

    private static void requireAllThere(List<PackUsage> indexed, Map<ObjectId, Long> stored) throws CorruptData {
        List<PackUsage> needed = indexed.stream().filter(PackUsage::isUsed).toList();
        List<String> missing = needed.stream()
                .map(PackUsage::pack)
                .filter(pack -> !stored.containsKey(pack))
                .map(ObjectId::toString)
                .toList();
        if (!missing.isEmpty()) {
            throw new CorruptData(
                    "Nothing was pruned, because packs with data that snapshots need are missing: "
                            + String.join(" ", missing)
                            + ". Restore them if there is a copy of the repository; otherwise `coffer repair index` and"
                            + " `coffer repair snapshots --forget` drop what was in them.",
                    null);
        }
        for (PackUsage pack : needed) {
            long actual = stored.getOrDefault(pack.pack(), 0L);
            if (actual != pack.size()) {
                throw new CorruptData(
                        "Nothing was pruned, because pack " + pack.pack() + " has " + actual + " bytes instead of "
                                + pack.size() + ". Run `coffer check`, then `coffer repair index`.",
                        null);
            }
        }
    }

    /**
     * The size from which on a pack is big enough: unless told, a bit less than that of nearly all packs, so that nothing is
     * joined for its size where all packs are alike.
     */
    private long sufficientSize(List<PackUsage> indexed) {
        if (options.smallerThan().isPresent() || indexed.isEmpty()) {
            return options.smallerThan().orElse(0);
        }
        long[] sizes = indexed.stream().mapToLong(PackUsage::size).sorted().toArray();
        long percentile = sizes[(int) ((long) sizes.length * SMALL_PERCENTILE / 100)];
        return Math.max(RepositoryOptions.MIN_PACK_SIZE, percentile) * 4 / 5;
    }

    private void considerUsed(PackUsage pack) {
        if (options.onlyCacheable() && isData(pack)) {
            decide(pack, PackReason.NOT_CACHEABLE);
        } else if (pack.surplus().blobs() > 0 || isMixed(pack) || mustCompress(pack)) {
            candidates.add(pack);
        } else if (isBigEnough(pack)) {
            decide(pack, PackReason.FULLY_USED);
        } else {
            small.add(pack);
        }
    }

    private void decide(PackUsage pack, PackReason reason) {
        decided.add(new PlannedPack(pack, reason, pack.size()));
    }

    private void considerSmall() {
        if (small.size() < MANY_SMALL) {
            small.forEach(pack -> decide(pack, PackReason.FEW_SMALL));
        } else {
            candidates.addAll(small);
        }
    }

    private void chooseToRepack(List<PackUsage> indexed) {
        long needed = indexed.stream().mapToLong(pack -> pack.used().bytes()).sum();
        long maxUnused = options.maxUnused().bytes(needed);
        long unused = indexed.stream()
                .filter(PackUsage::isUsed)
                .mapToLong(pack -> pack.surplus().bytes())
                .sum();
        long repacked = 0;
        candidates.sort(Comparator.comparing(PackDecisions::isData)
                .thenComparing(this::isBigEnough)
                .thenComparing(PackDecisions::mostUnusedFirst));
        for (PackUsage pack : candidates) {
            boolean mustRepack = !isData(pack) || mustCompress(pack);
            if (repacked + pack.size() >= options.maxRepack().orElse(Long.MAX_VALUE)) {
                decide(pack, PackReason.REPACK_LIMIT);
            } else if (!mustRepack && unused < maxUnused && isBigEnough(pack)) {
                decide(pack, PackReason.TOLERATED);
            } else {
                decide(pack, reasonToRepack(pack));
                repacked += pack.size();
                unused -= pack.surplus().bytes();
            }
        }
    }

    /** By the ratio of unused to used bytes; both are below 2^32, so the products fit. */
    private static int mostUnusedFirst(PackUsage a, PackUsage b) {
        return Long.compareUnsigned(
                b.surplus().bytes() * a.usefulSize(), a.surplus().bytes() * b.usefulSize());
    }

    private PackReason reasonToRepack(PackUsage pack) {
        if (isMixed(pack)) {
            return PackReason.MIXED;
        }
        if (mustCompress(pack)) {
            return PackReason.UNCOMPRESSED;
        }
        return pack.surplus().blobs() > 0 ? PackReason.PARTLY_USED : PackReason.SMALL;
    }

    private boolean isBigEnough(PackUsage pack) {
        return pack.size() >= sufficientSize;
    }

    private boolean mustCompress(PackUsage pack) {
        boolean wanted = pack.content() == PackUsage.Content.TREES || options.uncompressed();
        return compressing && wanted && pack.uncompressed();
    }

    private static boolean isData(PackUsage pack) {
        return pack.content() == PackUsage.Content.DATA;
    }

    private static boolean isMixed(PackUsage pack) {
        return pack.content() == PackUsage.Content.MIXED;
    }
}
