package dev.coffer.engine.prune;

import dev.coffer.engine.json.JsonWriter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * A plan, summed up. Bytes of blobs do not include their entries in headers.
 *
 * @param used needed blobs, each once
 * @param duplicate further copies of needed blobs
 * @param unused blobs that nobody needs
 * @param unindexedBytes of packs that no index lists
 * @param uncompressedBytes of packs that will not be compressed as a whole afterwards
 * @param repacked everything in packs that are rewritten, with headers
 * @param repackRemoved what is left out when they are rewritten
 * @param removed what was in packs that are removed
 * @param fullyUsedPacks indexed packs of which everything is needed
 * @param partlyUsedPacks indexed packs of which something is not
 * @param unusedPacks indexed packs of which nothing is needed
 * @param packs number of packs for each action
 */
public record PruneStatistics(
        BlobSum used,
        BlobSum duplicate,
        BlobSum unused,
        long unindexedBytes,
        long uncompressedBytes,
        BlobSum repacked,
        BlobSum repackRemoved,
        BlobSum removed,
        long fullyUsedPacks,
        long partlyUsedPacks,
        long unusedPacks,
        Map<PackAction, Long> packs) {

    static PruneStatistics of(Collection<PlannedPack> packs, boolean compressing) {
        Map<PackAction, List<PlannedPack>> byAction =
                packs.stream().collect(Collectors.groupingBy(PlannedPack::action));
        List<PlannedPack> repacked = byAction.getOrDefault(PackAction.REPACK, List.of());
        List<PlannedPack> kept = byAction.getOrDefault(PackAction.KEEP, List.of());
        List<PlannedPack> removed = byAction.getOrDefault(PackAction.REMOVE, List.of());
        List<PlannedPack> dropped = byAction.getOrDefault(PackAction.DROP_FROM_INDEX, List.of());
        return new PruneStatistics(
                sum(packs, PackUsage::used),
                sum(packs, PackUsage::duplicate),
                sum(packs, PackUsage::unused),
                bytes(byAction.getOrDefault(PackAction.REMOVE_UNINDEXED, List.of()), _ -> true),
                compressing ? bytes(kept, PackUsage::uncompressed) : 0,
                sum(repacked, pack -> pack.used().plus(pack.surplus()).plus(new BlobSum(0, pack.headerBytes()))),
                sum(repacked, PackUsage::surplus),
                sum(removed, PackUsage::surplus).plus(sum(dropped, PackUsage::surplus)),
                count(packs, pack -> pack.isUsed() && pack.surplus().blobs() == 0),
                count(packs, pack -> pack.isUsed() && pack.surplus().blobs() > 0),
                removed.size(),
                byAction.entrySet().stream().collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry ->
                        (long) entry.getValue().size())));
    }

    private static BlobSum sum(Collection<PlannedPack> packs, Function<PackUsage, BlobSum> part) {
        return packs.stream().map(PlannedPack::usage).map(part).reduce(BlobSum.NONE, BlobSum::plus);
    }

    private static long bytes(Collection<PlannedPack> packs, Predicate<PackUsage> condition) {
        return packs.stream()
                .filter(pack -> condition.test(pack.usage()))
                .mapToLong(PlannedPack::size)
                .sum();
    }

    private static long count(Collection<PlannedPack> packs, Predicate<PackUsage> condition) {
        return packs.stream().map(PlannedPack::usage).filter(condition).count();
    }

    /** Everything there is before. */
    public BlobSum total() {
        return used.plus(duplicate).plus(unused).plus(new BlobSum(0, unindexedBytes));
    }

    /** Everything that goes. */
    public BlobSum totalRemoved() {
        return removed.plus(repackRemoved).plus(new BlobSum(0, unindexedBytes));
    }

    /** Everything that is left. */
    public BlobSum remaining() {
        return total().minus(totalRemoved());
    }

    /** Bytes that are left although nobody needs them. */
    public long remainingUnusedBytes() {
        return duplicate.plus(unused).minus(removed).minus(repackRemoved).bytes();
    }

    public long packs(PackAction action) {
        return packs.getOrDefault(action, 0L);
    }

    /** The object that restic prints for it after 0.19. */
    public String toJson() {
        JsonWriter json = new JsonWriter();
        json.beginObject().name("message_type").value("summary");
        json.name("blobs").beginObject();
        write(json, BlobSum::blobs);
        json.endObject();
        json.name("bytes").beginObject();
        write(json, BlobSum::bytes);
        json.name("unreferenced").value(unindexedBytes);
        json.name("uncompressed").value(uncompressedBytes);
        json.name("remaining_unused").value(remainingUnusedBytes());
        json.endObject();
        json.name("packfiles").beginObject();
        writePacks(json);
        json.endObject();
        return json.endObject().toString();
    }

    private void write(JsonWriter json, ToLongFunction<BlobSum> number) {
        json.name("used").value(number.applyAsLong(used));
        json.name("duplicate").value(number.applyAsLong(duplicate));
        json.name("unused").value(number.applyAsLong(unused));
        json.name("total").value(number.applyAsLong(total()));
        json.name("repack").value(number.applyAsLong(repacked));
        json.name("repack_remove").value(number.applyAsLong(repackRemoved));
        json.name("remove").value(number.applyAsLong(removed));
        json.name("remove_total").value(number.applyAsLong(totalRemoved()));
        json.name("remaining").value(number.applyAsLong(remaining()));
    }

    private void writePacks(JsonWriter json) {
        long unindexed = packs(PackAction.REMOVE_UNINDEXED);
        json.name("used").value(fullyUsedPacks);
        json.name("unused").value(unusedPacks);
        json.name("partly_used").value(partlyUsedPacks);
        json.name("unreferenced").value(unindexed);
        json.name("total").value(fullyUsedPacks + partlyUsedPacks + unusedPacks + unindexed);
        json.name("keep").value(packs(PackAction.KEEP));
        json.name("repack").value(packs(PackAction.REPACK));
        json.name("remove").value(packs(PackAction.REMOVE));
        json.name("remove_total").value(packs(PackAction.REMOVE) + packs(PackAction.REPACK) + unindexed);
    }
}
