package dev.coffer.engine.rewrite;

import dev.coffer.engine.blob.ObjectId;
import java.util.Arrays;
import java.util.Optional;

/** What trees have become, by their keys, in some 90 bytes for each. For one thread. */
final class TreeMemo {

    /** Words of a row: four of the key, four of the id, two numbers. */
    private static final int WORDS = 10;

    private static final int PAGE_BITS = 10;
    private static final int PAGE_ROWS = 1 << PAGE_BITS;
    private static final int FIRST_SLOTS = 64;

    private long[][] pages = new long[0][];
    private int size;

    /** A hash table with linear probing: numbers of rows, counted from 1; a slot of 0 is free. */
    private int[] slots = new int[FIRST_SLOTS];

    Optional<RewrittenTree> get(ObjectId key) {
        int row = slots[find(key)];
        return row == 0 ? Optional.empty() : Optional.of(value(row - 1));
    }

    /** Notes what a tree has become, which nobody knew so far. */
    void put(ObjectId key, RewrittenTree tree) {
        if (size >= slots.length / 2) {
            grow();
        }
        if ((size & (PAGE_ROWS - 1)) == 0) {
            pages = Arrays.copyOf(pages, pages.length + 1);
            pages[pages.length - 1] = new long[WORDS * PAGE_ROWS];
        }
        write(size, 0, key);
        write(size, 4, tree.id());
        page(size)[at(size) + 8] = tree.files();
        page(size)[at(size) + 9] = tree.bytes();
        size++;
        slots[find(key)] = size;
    }

    private RewrittenTree value(int row) {
        return new RewrittenTree(read(row, 4), page(row)[at(row) + 8], page(row)[at(row) + 9]);
    }

    private void grow() {
        slots = new int[2 * slots.length];
        for (int row = 0; row < size; row++) {
            slots[find(read(row, 0))] = row + 1;
        }
    }

    /** The slot of the key, or the free one where it belongs. Keys are uniform, so any of their bits will do. */
    private int find(ObjectId key) {
        int slot = (int) key.w0() & (slots.length - 1);
        while (slots[slot] != 0 && !read(slots[slot] - 1, 0).equals(key)) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private long[] page(int row) {
        return pages[row >>> PAGE_BITS];
    }

    private static int at(int row) {
        return (row & (PAGE_ROWS - 1)) * WORDS;
    }

    private ObjectId read(int row, int word) {
        long[] page = page(row);
        int at = at(row) + word;
        return new ObjectId(page[at], page[at + 1], page[at + 2], page[at + 3]);
    }

    private void write(int row, int word, ObjectId id) {
        long[] page = page(row);
        int at = at(row) + word;
        page[at] = id.w0();
        page[at + 1] = id.w1();
        page[at + 2] = id.w2();
        page[at + 3] = id.w3();
    }
}
