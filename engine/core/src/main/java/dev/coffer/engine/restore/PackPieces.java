package dev.coffer.engine.restore;

import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.pack.PackedBlob;
import dev.coffer.engine.restore.RestorePlan.Builder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What a plan needs of one pack. For one thread. */
final class PackPieces {

    /** Row numbers take the lower bits of a key; offsets in packs are 32-bit numbers, so both fit. */
    private static final int ROW_BITS = 31;

    private final ObjectId pack;
    private final long[] keys;
    private final PieceTable pieces;
    private final List<PlannedFile> files;

    /**
     * Some rows of a plan.
     *
     * @param keys of the rows; owned by this object
     * @param files those of the {@link Builder}, by their numbers
     */
    PackPieces(ObjectId pack, long[] keys, PieceTable pieces, List<PlannedFile> files) {
        this.pack = pack;
        this.keys = keys;
        this.pieces = pieces;
        this.files = files;
        Arrays.sort(keys);
    }

    /** What rows are sorted by: first their place in the pack. */
    static long key(long offset, int row) {
        return offset << ROW_BITS | row;
    }

    private static long offset(long key) {
        return key >>> ROW_BITS;
    }

    private static int row(long key) {
        return (int) (key & Integer.MAX_VALUE);
    }

    ObjectId pack() {
        return pack;
    }

    /** Each blob once, in physical order. */
    List<PackedBlob> blobs() {
        List<PackedBlob> blobs = new ArrayList<>();
        long last = -1;
        for (long key : keys) {
            if (offset(key) != last) {
                last = offset(key);
                blobs.add(pieces.blob(row(key)));
            }
        }
        return blobs;
    }

    /** A place where a blob goes. */
    @FunctionalInterface
    interface Target {
        void accept(PlannedFile file, long position) throws IOException;
    }

    /** All places where a blob goes. */
    void forEachTarget(PackedBlob blob, Target action) throws IOException {
        int found = Arrays.binarySearch(keys, key(blob.offset(), 0));
        int at = found >= 0 ? found : -found - 1;
        for (; at < keys.length && offset(keys[at]) == blob.offset(); at++) {
            int row = row(keys[at]);
            action.accept(files.get(pieces.file(row)), pieces.position(row));
        }
    }
}
