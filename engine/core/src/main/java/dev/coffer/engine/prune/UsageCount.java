package dev.coffer.engine.prune;

import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.index.Index;
import dev.coffer.engine.index.IndexedPack;
import dev.coffer.engine.pack.PackedBlob;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * Tells how much of each pack is needed. Of a needed blob with several copies one is chosen: in a pack of which other blobs are
 * needed or that holds nothing but copies, else the last one.
 *
 * <p>Takes a byte for each place in the index.
 */
final class UsageCount {

    private static final int ONE = 1;

    /** What stands for a blob with one more copy to come; one with a single copy has never had several. */
    private static final int LAST_COPY = 0;

    private static final int MOST = 255;

    private final Index index;
    private final IndexedBlobSet used;

    /** By number of the blob: copies of a needed one that may still be chosen, {@link #ONE} if it was chosen. */
    private final byte[] copies;

    private UsageCount(Index index, IndexedBlobSet used) {
        this.index = index;
        this.used = used;
        this.copies = new byte[index.size()];
    }

    /** The packs of an index, in its order. */
    static List<PackUsage> of(Index index, IndexedBlobSet used) {
        return of(index, used, Set.of());
    }

    /** @param except packs that are left out: whatever is needed is in another pack as well */
    static List<PackUsage> of(Index index, IndexedBlobSet used, Set<ObjectId> except) {
        Iterable<IndexedPack> packs = index.packsWithBlobs();
        return new UsageCount(index, used)
                .count(() -> StreamSupport.stream(packs.spliterator(), false)
                        .filter(pack -> !except.contains(pack.pack()))
                        .iterator());
    }

    private List<PackUsage> count(Iterable<IndexedPack> packs) {
        packs.forEach(pack -> pack.blobs().forEach(this::countCopy));
        List<PackTally> tallies = new ArrayList<>();
        packs.forEach(pack -> tallies.add(tally(pack)));
        if (tallies.stream().anyMatch(PackTally::hasDuplicates)) {
            int number = 0;
            for (IndexedPack pack : packs) {
                choose(pack, tallies.get(number++));
            }
        }
        return tallies.stream().map(PackTally::usage).toList();
    }

    private void countCopy(PackedBlob blob) {
        int number = number(blob);
        if (used.contains(number)) {
            copies[number] = (byte) Math.min(MOST, copies(number) + 1);
        }
    }

    private int number(PackedBlob blob) {
        return index.numberOf(blob.handle()).orElseThrow();
    }

    private int copies(int number) {
        return Byte.toUnsignedInt(copies[number]);
    }

    private PackTally tally(IndexedPack pack) {
        PackTally tally = new PackTally(pack);
        for (PackedBlob blob : pack.blobs()) {
            int number = number(blob);
            if (!used.contains(number)) {
                tally.addUnused(blob);
            } else if (copies(number) == ONE) {
                tally.addUsed(blob);
            } else {
                tally.addDuplicate(blob);
            }
        }
        return tally;
    }

    private void choose(IndexedPack pack, PackTally tally) {
        for (PackedBlob blob : pack.blobs()) {
            int number = number(blob);
            if (!used.contains(number) || copies(number) == ONE) {
                continue;
            }
            if (tally.attractsCopies() || copies(number) == LAST_COPY) {
                tally.choose(blob);
                copies[number] = ONE;
            } else {
                int left = copies(number) - 1;
                copies[number] = (byte) (left == ONE ? LAST_COPY : left);
            }
        }
    }
}
