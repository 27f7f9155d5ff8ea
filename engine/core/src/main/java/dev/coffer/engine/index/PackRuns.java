package dev.coffer.engine.index;

import java.util.Arrays;

/**
 * Tells in which pack an entry is, and where in it, without anything kept for each entry: blobs lie back to back in a pack, so
 * for a row of entries that came in the order of the pack it is enough to know where the first one is.
 *
 * <p>Not safe for use by several threads at a time.
 */
final class PackRuns {

    /** Whoever wants to know where an entry is adds up the lengths of those before it in its run, so runs are not long. */
    private static final int LONGEST = 64;

    private static final int FIRST_CAPACITY = 64;

    /** By number of the run: its first entry, the pack, and where the first entry starts (an unsigned number). */
    private int[] entries = new int[FIRST_CAPACITY];

    private int[] packs = new int[FIRST_CAPACITY];
    private int[] offsets = new int[FIRST_CAPACITY];
    private int size;

    /** Where the entry added last ends in its pack. */
    private long end;

    /** The run found last: whoever goes through all entries asks for the same one many times. */
    private int recent;

    /** Adds an entry whose number is greater than all before. */
    void add(int entry, int pack, long offset, int length) {
        if (!continues(entry, pack, offset)) {
            start(entry, pack, offset);
        }
        end = offset + length;
    }

    private boolean continues(int entry, int pack, long offset) {
        int last = size - 1;
        return last >= 0 && packs[last] == pack && end == offset && entry - entries[last] < LONGEST;
    }

    private void start(int entry, int pack, long offset) {
        if (size == entries.length) {
            int capacity = size + size / 2;
            entries = Arrays.copyOf(entries, capacity);
            packs = Arrays.copyOf(packs, capacity);
            offsets = Arrays.copyOf(offsets, capacity);
        }
        entries[size] = entry;
        packs[size] = pack;
        offsets[size] = (int) offset;
        size++;
    }

    /** The number of the run that an entry is in. */
    int find(int entry) {
        if (!covers(recent, entry)) {
            int found = Arrays.binarySearch(entries, 0, size, entry);
            recent = found >= 0 ? found : -found - 2;
        }
        return recent;
    }

    private boolean covers(int run, int entry) {
        return run < size && entries[run] <= entry && (run + 1 == size || entry < entries[run + 1]);
    }

    int firstEntry(int run) {
        return entries[run];
    }

    int pack(int run) {
        return packs[run];
    }

    long offset(int run) {
        return Integer.toUnsignedLong(offsets[run]);
    }
}
