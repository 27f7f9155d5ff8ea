package dev.coffer.engine.index;

import dev.coffer.engine.blob.BlobHandle;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.pack.PackedBlob;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Where every known blob is stored.
 *
 * <p>Safe for use by any number of threads. Callbacks run under the index's lock: they must be quick and must not call
 * back.
 */
public final class Index {

    private static final int FIRST_PACKS = 64;

    private final EntryTable entries = new EntryTable();
    private final List<ObjectId> packs = new ArrayList<>();
    private final Map<ObjectId, Integer> packNumbers = new HashMap<>();
    private final Map<ObjectId, Instant> marks = new HashMap<>();
    private int epoch;

    /** By number of the pack. */
    private int[] placesInPack = new int[FIRST_PACKS];

    /** An index that knows of nothing yet. */
    public Index() {}

    /** Records that a pack holds these blobs. Places already known are not recorded twice. */
    public synchronized void add(ObjectId pack, List<PackedBlob> blobs) {
        boolean knownPack = packNumbers.containsKey(pack);
        int number = packNumbers.computeIfAbsent(pack, this::newPack);
        for (PackedBlob blob : inPhysicalOrder(blobs)) {
            if (!knownPack || !holds(number, blob)) {
                entries.add(number, blob);
                placesInPack[number]++;
            }
        }
    }

    /** Index files of restic list blobs in no order; entries in the order of the pack take less memory. */
    private static List<PackedBlob> inPhysicalOrder(List<PackedBlob> blobs) {
        for (int i = 1; i < blobs.size(); i++) {
            if (blobs.get(i).offset() < blobs.get(i - 1).offset()) {
                return blobs.stream()
                        .sorted(Comparator.comparingLong(PackedBlob::offset))
                        .toList();
            }
        }
        return blobs;
    }

    /** Forgets everything. */
    public synchronized void clear() {
        entries.clear();
        packs.clear();
        packNumbers.clear();
        marks.clear();
        epoch++;
        placesInPack = new int[FIRST_PACKS];
    }

    /** Changes whenever everything was forgotten; numbers of blobs from before mean nothing then. */
    public synchronized int epoch() {
        return epoch;
    }

    /** Records that a pack is to go, whether it is known or not. Of several marks the earliest counts. */
    public synchronized void mark(PackMark mark) {
        marks.merge(mark.pack(), mark.since(), (a, b) -> a.isBefore(b) ? a : b);
    }

    /** The packs that are to go, and since when. */
    public synchronized Map<ObjectId, Instant> marks() {
        return Map.copyOf(marks);
    }

    private int newPack(ObjectId pack) {
        packs.add(pack);
        if (packs.size() > placesInPack.length) {
            placesInPack = Arrays.copyOf(placesInPack, 2 * placesInPack.length);
        }
        return packs.size() - 1;
    }

    private boolean holds(int pack, PackedBlob blob) {
        BlobHandle handle = blob.handle();
        int entry = entries.find(handle);
        while (entry != EntryTable.NONE) {
            if (entries.pack(entry) == pack && entries.blob(entry).equals(blob)) {
                return true;
            }
            entry = entries.findNext(entry, handle);
        }
        return false;
    }

    /** Whether this is all that the index knows of the pack, if anything. */
    public synchronized boolean agreesWith(IndexedPack listed) {
        Integer number = packNumbers.get(listed.pack());
        return number != null
                && placesInPack[number] == new HashSet<>(listed.blobs()).size()
                && listed.blobs().stream().allMatch(blob -> holds(number, blob));
    }

    /**
     * A number that stands for a blob, below {@link #size()}, and stays the same however the index grows: for sets of millions
     * of blobs that take a bit for each. Empty if the index does not have the blob.
     */
    public synchronized OptionalInt numberOf(BlobHandle handle) {
        int entry = entries.find(handle);
        return entry == EntryTable.NONE ? OptionalInt.empty() : OptionalInt.of(entry);
    }

    public synchronized boolean contains(BlobHandle handle) {
        return entries.find(handle) != EntryTable.NONE;
    }

    /** Whether a blob is in a pack that is not to go, so that it need not be stored again. */
    public synchronized boolean keeps(BlobHandle handle) {
        int entry = entries.find(handle);
        if (!marks.isEmpty()) {
            while (entry != EntryTable.NONE && marks.containsKey(packs.get(entries.pack(entry)))) {
                entry = entries.findNext(entry, handle);
            }
        }
        return entry != EntryTable.NONE;
    }

    /** The first known place of a blob. */
    public synchronized Optional<BlobLocation> lookup(BlobHandle handle) {
        int entry = entries.find(handle);
        return entry == EntryTable.NONE ? Optional.empty() : Optional.of(location(entry));
    }

    /** All known places of a blob. */
    public synchronized List<BlobLocation> lookupAll(BlobHandle handle) {
        List<BlobLocation> locations = new ArrayList<>(1);
        int entry = entries.find(handle);
        while (entry != EntryTable.NONE) {
            locations.add(location(entry));
            entry = entries.findNext(entry, handle);
        }
        return locations;
    }

    private BlobLocation location(int entry) {
        return new BlobLocation(packs.get(entries.pack(entry)), entries.blob(entry));
    }

    /** Number of places, several for a blob that is stored several times. */
    public synchronized int size() {
        return entries.size();
    }

    public synchronized List<ObjectId> packs() {
        return List.copyOf(packs);
    }

    public synchronized boolean containsPack(ObjectId pack) {
        return packNumbers.containsKey(pack);
    }

    /** Visits every place of every blob. */
    public synchronized void forEach(BiConsumer<ObjectId, PackedBlob> action) {
        entries.forEach(entry -> action.accept(packs.get(entries.pack(entry)), entries.blob(entry)));
    }

    /** Visits every pack with its blobs in physical order; see {@link #packsWithBlobs()}. */
    public void forEachPack(Consumer<IndexedPack> action) {
        packsWithBlobs().forEach(action);
    }

    /**
     * The packs known now, each with its blobs in physical order. Takes memory for one int an entry while they are visited,
     * not for the blobs of all packs.
     */
    public Iterable<IndexedPack> packsWithBlobs() {
        int[][] entriesOfPack = entriesByPack();
        return () -> IntStream.range(0, entriesOfPack.length)
                .mapToObj(pack -> indexedPack(pack, entriesOfPack[pack]))
                .iterator();
    }

    private synchronized int[][] entriesByPack() {
        int[] counts = new int[packs.size()];
        entries.forEach(entry -> counts[entries.pack(entry)]++);
        int[][] result = new int[counts.length][];
        for (int pack = 0; pack < counts.length; pack++) {
            result[pack] = new int[counts[pack]];
            counts[pack] = 0;
        }
        entries.forEach(entry -> {
            int pack = entries.pack(entry);
            result[pack][counts[pack]++] = entry;
        });
        return result;
    }

    private synchronized IndexedPack indexedPack(int pack, int[] numbers) {
        List<PackedBlob> blobs = new ArrayList<>(numbers.length);
        for (int entry : numbers) {
            blobs.add(entries.blob(entry));
        }
        return new IndexedPack(packs.get(pack), inPhysicalOrder(blobs));
    }
}
