package dev.coffer.engine.check;

import dev.coffer.engine.blob.ObjectId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Chooses the packs of a {@link DataSubset}. */
final class PackSelection {

    private final RandomGenerator random;
    private final VerifiedPacks verified;

    PackSelection(RandomGenerator random, VerifiedPacks verified) {
        this.random = random;
        this.verified = verified;
    }

    /** The chosen ones of the packs, given with their sizes. */
    List<ObjectId> choose(DataSubset subset, Map<ObjectId, Long> sizes) {
        return switch (subset) {
            case DataSubset.None _ -> List.of();
            case DataSubset.All _ -> List.copyOf(sizes.keySet());
            case DataSubset.Group(int number, int count) ->
                sizes.keySet().stream()
                        .filter(pack -> pack.firstByte() % count == number - 1)
                        .toList();
            case DataSubset.Percentage(double percent) -> percentage(percent, sizes);
            case DataSubset.Oldest(int count) -> oldest(count, sizes);
            case DataSubset.Bytes(long bytes) -> percentage(percentOf(bytes, sizes), sizes);
        };
    }

    private List<ObjectId> oldest(int count, Map<ObjectId, Long> sizes) {
        Comparator<ObjectId> byTime =
                Comparator.comparing(pack -> verified.last(pack).orElse(Instant.MIN));
        List<ObjectId> packs = sizes.keySet().stream()
                .sorted(byTime.thenComparing(Comparator.naturalOrder()))
                .toList();
        long wanted = Math.ceilDiv(total(sizes), count);
        int chosen = 0;
        for (long bytes = 0; bytes < wanted; chosen++) {
            bytes += sizes.getOrDefault(packs.get(chosen), 0L);
        }
        return packs.subList(0, chosen);
    }

    private static long total(Map<ObjectId, Long> sizes) {
        return sizes.values().stream().mapToLong(Long::longValue).sum();
    }

    private static double percentOf(long bytes, Map<ObjectId, Long> sizes) {
        long total = total(sizes);
        return bytes >= total ? 100 : 100.0 * bytes / total;
    }

    /** At least one pack, so that no check comes to nothing. */
    private List<ObjectId> percentage(double percent, Map<ObjectId, Long> sizes) {
        List<ObjectId> packs = new ArrayList<>(sizes.keySet());
        int count = (int) (packs.size() * percent / 100);
        if (packs.isEmpty()) {
            return packs;
        }
        Collections.shuffle(packs, random);
        return List.copyOf(packs.subList(0, Math.max(1, count)));
    }
}
