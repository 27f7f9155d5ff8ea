package dev.coffer.engine.index;

import dev.coffer.engine.blob.BlobHandle;
import dev.coffer.engine.blob.BlobType;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.pack.PackedBlob;
import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * Blob places in primitive arrays: a hash table with chains over entries that stand in pages, 52 bytes an entry and four
 * more for its bucket, so that ten million blobs fit into 600 MB. Entries are numbered in order of arrival and go all at once.
 *
 * <p>Not safe for use by several threads at a time.
 */
final class EntryTable {

    static final int NONE = -1;

    private static final int PAGE_BITS = 13;
    private static final int PAGE_SIZE = 1 << PAGE_BITS;
    private static final int PAGE_MASK = PAGE_SIZE - 1;
    private static final int FIRST_BUCKETS = 1 << 10;

    /** Ids take four words in a row. */
    private long[][] ids = new long[0][];

    /** Five ints an entry: pack number with the type in its sign bit, offset, length, plain length, next in chain. */
    private int[][] fields = new int[0][];

    private static final int FIELDS = 5;
    private static final int PACK = 0;
    private static final int OFFSET = 1;
    private static final int LENGTH = 2;
    private static final int PLAIN = 3;
    private static final int NEXT = 4;
    private static final int TREE_FLAG = 1 << 31;

    private int[] buckets = emptyBuckets(FIRST_BUCKETS);
    private int size;

    int size() {
        return size;
    }

    /** Adds a place and returns its number. */
    int add(int pack, PackedBlob blob) {
        if (size == buckets.length) {
            rehash();
        }
        int entry = size++;
        if ((entry & PAGE_MASK) == 0) {
            addPage();
        }
        writeId(entry, blob.handle().id());
        int[] page = fields[entry >>> PAGE_BITS];
        int at = (entry & PAGE_MASK) * FIELDS;
        page[at + PACK] = blob.handle().type() == BlobType.TREE ? pack | TREE_FLAG : pack;
        page[at + OFFSET] = (int) blob.offset();
        page[at + LENGTH] = blob.length();
        page[at + PLAIN] = blob.uncompressedLength();
        link(entry);
        return entry;
    }

    void clear() {
        ids = new long[0][];
        fields = new int[0][];
        buckets = emptyBuckets(FIRST_BUCKETS);
        size = 0;
    }

    private void addPage() {
        int pages = ids.length;
        ids = Arrays.copyOf(ids, pages + 1);
        fields = Arrays.copyOf(fields, pages + 1);
        ids[pages] = new long[4 * PAGE_SIZE];
        fields[pages] = new int[FIELDS * PAGE_SIZE];
    }

    private void writeId(int entry, ObjectId id) {
        long[] page = ids[entry >>> PAGE_BITS];
        int at = (entry & PAGE_MASK) * 4;
        page[at] = id.w0();
        page[at + 1] = id.w1();
        page[at + 2] = id.w2();
        page[at + 3] = id.w3();
    }

    private void rehash() {
        buckets = emptyBuckets(buckets.length * 2);
        for (int entry = 0; entry < size; entry++) {
            link(entry);
        }
    }

    /** Appends to the end of the chain, so that the first copy of a blob is found first. */
    private void link(int entry) {
        int bucket = bucket(ids[entry >>> PAGE_BITS][(entry & PAGE_MASK) * 4]);
        field(entry, NEXT, NONE);
        if (buckets[bucket] == NONE) {
            buckets[bucket] = entry;
            return;
        }
        int last = buckets[bucket];
        while (field(last, NEXT) != NONE) {
            last = field(last, NEXT);
        }
        field(last, NEXT, entry);
    }

    /** Ids are uniform, so any of their bits will do. */
    private int bucket(long word) {
        return (int) (word >>> 32) & (buckets.length - 1);
    }

    private int field(int entry, int field) {
        return fields[entry >>> PAGE_BITS][(entry & PAGE_MASK) * FIELDS + field];
    }

    private void field(int entry, int field, int value) {
        fields[entry >>> PAGE_BITS][(entry & PAGE_MASK) * FIELDS + field] = value;
    }

    /** Number of the first entry of a blob, or {@link #NONE}. */
    int find(BlobHandle handle) {
        return firstMatch(buckets[bucket(handle.id().w0())], handle);
    }

    /** Number of the next entry of the blob whose entry {@code previous} is, or {@link #NONE}. */
    int findNext(int previous, BlobHandle handle) {
        return firstMatch(field(previous, NEXT), handle);
    }

    private int firstMatch(int entry, BlobHandle handle) {
        int candidate = entry;
        while (candidate != NONE && !matches(candidate, handle)) {
            candidate = field(candidate, NEXT);
        }
        return candidate;
    }

    private boolean matches(int entry, BlobHandle handle) {
        long[] page = ids[entry >>> PAGE_BITS];
        int at = (entry & PAGE_MASK) * 4;
        ObjectId id = handle.id();
        return page[at] == id.w0()
                && page[at + 1] == id.w1()
                && page[at + 2] == id.w2()
                && page[at + 3] == id.w3()
                && type(entry) == handle.type();
    }

    private BlobType type(int entry) {
        return field(entry, PACK) < 0 ? BlobType.TREE : BlobType.DATA;
    }

    int pack(int entry) {
        return field(entry, PACK) & ~TREE_FLAG;
    }

    PackedBlob blob(int entry) {
        long[] page = ids[entry >>> PAGE_BITS];
        int at = (entry & PAGE_MASK) * 4;
        ObjectId id = new ObjectId(page[at], page[at + 1], page[at + 2], page[at + 3]);
        long offset = Integer.toUnsignedLong(field(entry, OFFSET));
        return new PackedBlob(new BlobHandle(type(entry), id), offset, field(entry, LENGTH), field(entry, PLAIN));
    }

    void forEach(IntConsumer action) {
        for (int entry = 0; entry < size; entry++) {
            action.accept(entry);
        }
    }

    private static int[] emptyBuckets(int length) {
        int[] empty = new int[length];
        Arrays.fill(empty, NONE);
        return empty;
    }
}
