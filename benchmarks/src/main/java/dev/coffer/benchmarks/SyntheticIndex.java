package dev.coffer.benchmarks;

import dev.coffer.engine.blob.BlobHandle;
import dev.coffer.engine.blob.BlobType;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.index.Index;
import dev.coffer.engine.index.IndexedPack;
import dev.coffer.engine.pack.PackedBlob;
import java.util.ArrayList;
import java.util.List;

/** An index of blobs that do not exist. Blobs are numbered, and everything about one follows from its number. */
final class SyntheticIndex {

    /** With blobs of 100 KB, as many as fit into a pack of 16 MiB. */
    static final int BLOBS_PER_PACK = 160;

    private static final int STORED_BYTES = 100_000;
    private static final int PLAIN_BYTES = 180_000;
    private static final int TREE_SHARE = 16;
    private static final long PACK_SALT = 1L << 40;

    private SyntheticIndex() {}

    /** One of {@link #TREE_SHARE} packs holds trees. */
    static BlobHandle handle(long blob) {
        long pack = blob / BLOBS_PER_PACK;
        return new BlobHandle(pack % TREE_SHARE == 0 ? BlobType.TREE : BlobType.DATA, id(blob));
    }

    private static ObjectId id(long number) {
        long seed = 4 * number;
        return new ObjectId(mixed(seed), mixed(seed + 1), mixed(seed + 2), mixed(seed + 3));
    }

    /** Spreads numbers over all 64 bits (the finalizer of SplitMix64). */
    private static long mixed(long number) {
        long z = (number + 1) * 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** The pack that holds the given blob and those that follow, up to the blob {@code end}. */
    static IndexedPack pack(long firstBlob, long end) {
        List<PackedBlob> blobs = new ArrayList<>(BLOBS_PER_PACK);
        for (long blob = firstBlob; blob < Math.min(firstBlob + BLOBS_PER_PACK, end); blob++) {
            blobs.add(new PackedBlob(handle(blob), (blob - firstBlob) * STORED_BYTES, STORED_BYTES, PLAIN_BYTES));
        }
        return new IndexedPack(id(PACK_SALT + firstBlob), blobs);
    }

    /** The packs with the blobs from {@code from} to before {@code to}. */
    static List<IndexedPack> packs(long from, long to) {
        List<IndexedPack> packs = new ArrayList<>();
        for (long blob = from; blob < to; blob += BLOBS_PER_PACK) {
            packs.add(pack(blob, to));
        }
        return packs;
    }

    /** An index of the blobs with the numbers below {@code entries}. */
    static Index build(int entries) {
        Index index = new Index();
        for (long blob = 0; blob < entries; blob += BLOBS_PER_PACK) {
            IndexedPack pack = pack(blob, entries);
            index.add(pack.pack(), pack.blobs());
        }
        return index;
    }
}
