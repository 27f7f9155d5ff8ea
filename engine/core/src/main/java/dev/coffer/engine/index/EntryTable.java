package dev.coffer.engine.index;

import dev.coffer.engine.blob.BlobHandle;
import dev.coffer.engine.blob.BlobType;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.pack.PackedBlob;
import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * Blob places in primitive arrays: 40 bytes an entry for its id and two lengths, which stand in pages, and 5.3 to 7.5 bytes
 * for a hash table of entry numbers with linear probing. {@link PackRuns} know the rest. So ten million blobs fit into 480 MB.
 * Entries are numbered in order of arrival and go all at once.
 *
 * <p>Not safe for use by several threads at a time.
 */
final class EntryTable {

    static final int NONE = -1;

    private static final int PAGE_BITS = 13;
    private static final int PAGE_SIZE = 1 << PAGE_BITS;
    private static final int PAGE_MASK = PAGE_SIZE - 1;
    private static final int FIRST_SLOTS = 1 << 10;

    /** Ids take four words in a row. */
    private long[][] ids = new long[0][];

    /** Two ints an entry: stored length with the type in its sign bit, and plain length. */
    private int[][] lengths = new int[0][];

    private static final int TREE_FLAG = 1 << 31;

    private PackRuns runs = new PackRuns();

    /** Numbers of entries. Of several entries of one blob the first is found first: probing passes them in order of arrival. */
    private int[] slots = emptySlots(FIRST_SLOTS);

    private int size;

    int size() {
        return size;
    }

    /** Adds a place, whose number is the former size. */
    void add(int pack, PackedBlob blob) {
        if (size >= slots.length / 4 * 3) {
            rehash();
        }
        int entry = size++;
        if ((entry & PAGE_MASK) == 0) {
            addPage();
        }
        writeId(entry, blob.handle().id());
        int at = (entry & PAGE_MASK) * 2;
        int[] page = lengths[entry >>> PAGE_BITS];
        page[at] = blob.handle().type() == BlobType.TREE ? blob.length() | TREE_FLAG : blob.length();
        page[at + 1] = blob.uncompressedLength();
        runs.add(entry, pack, blob.offset(), blob.length());
        link(entry);
    }

    void clear() {
        ids = new long[0][];
        lengths = new int[0][];
        runs = new PackRuns();
        slots = emptySlots(FIRST_SLOTS);
        size = 0;
    }

    private void addPage() {
        int pages = ids.length;
        ids = Arrays.copyOf(ids, pages + 1);
        lengths = Arrays.copyOf(lengths, pages + 1);
        ids[pages] = new long[4 * PAGE_SIZE];
        lengths[pages] = new int[2 * PAGE_SIZE];
    }

    private void writeId(int entry, ObjectId id) {
        long[] page = ids[entry >>> PAGE_BITS];
        int at = (entry & PAGE_MASK) * 4;
        page[at] = id.w0();
        page[at + 1] = id.w1();
        page[at + 2] = id.w2();
        page[at + 3] = id.w3();
    }

    /** Grows by two fifths: by more, and half of the table would be empty. */
    private void rehash() {
        int more = Math.toIntExact(slots.length + slots.length * 2L / 5);
        // The old table must not be alive beside the new one.
        slots = new int[0];
        slots = emptySlots(more);
        for (int entry = 0; entry < size; entry++) {
            link(entry);
        }
    }

    private void link(int entry) {
        int slot = slot(ids[entry >>> PAGE_BITS][(entry & PAGE_MASK) * 4]);
        while (slots[slot] != NONE) {
            slot = next(slot);
        }
        slots[slot] = entry;
    }

    /** Where to begin with a blob. Ids are uniform, so any of their bits will do; these spread evenly over any length. */
    private int slot(long word) {
        return (int) (((word >>> 32) * slots.length) >>> 32);
    }

    private int next(int slot) {
        return slot + 1 == slots.length ? 0 : slot + 1;
    }

    /** Number of the first entry of a blob, or {@link #NONE}. */
    int find(BlobHandle handle) {
        return firstMatch(slot(handle.id().w0()), handle);
    }

    /** Number of the next entry of the blob whose entry {@code previous} is, or {@link #NONE}. */
    int findNext(int previous, BlobHandle handle) {
        int slot = slot(handle.id().w0());
        while (slots[slot] != previous) {
            slot = next(slot);
        }
        return firstMatch(next(slot), handle);
    }

    private int firstMatch(int from, BlobHandle handle) {
        int slot = from;
        while (slots[slot] != NONE && !matches(slots[slot], handle)) {
            slot = next(slot);
        }
        return slots[slot];
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

    private int flaggedLength(int entry) {
        return lengths[entry >>> PAGE_BITS][(entry & PAGE_MASK) * 2];
    }

    private int length(int entry) {
        return flaggedLength(entry) & ~TREE_FLAG;
    }

    private int plainLength(int entry) {
        return lengths[entry >>> PAGE_BITS][(entry & PAGE_MASK) * 2 + 1];
    }

    private BlobType type(int entry) {
        return flaggedLength(entry) < 0 ? BlobType.TREE : BlobType.DATA;
    }

    int pack(int entry) {
        return runs.pack(runs.find(entry));
    }

    private long offset(int entry) {
        int run = runs.find(entry);
        long offset = runs.offset(run);
        for (int before = runs.firstEntry(run); before < entry; before++) {
            offset += length(before);
        }
        return offset;
    }

    PackedBlob blob(int entry) {
        long[] page = ids[entry >>> PAGE_BITS];
        int at = (entry & PAGE_MASK) * 4;
        ObjectId id = new ObjectId(page[at], page[at + 1], page[at + 2], page[at + 3]);
        BlobHandle handle = new BlobHandle(type(entry), id);
        return new PackedBlob(handle, offset(entry), length(entry), plainLength(entry));
    }

    void forEach(IntConsumer action) {
        for (int entry = 0; entry < size; entry++) {
            action.accept(entry);
        }
    }

    private static int[] emptySlots(int length) {
        int[] empty = new int[length];
        Arrays.fill(empty, NONE);
        return empty;
    }
}
