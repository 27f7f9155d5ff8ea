package dev.coffer.engine.blob;

import java.util.function.Consumer;

/**
 * A set of ids in one array: about 50 bytes for each, so that all blobs of a big repository fit. Not safe for use by several
 * threads at a time.
 */
public final class ObjectIdSet {

    private static final int WORDS = 4;
    private static final int FIRST_SLOTS = 64;

    /** The most slots whose words one array can hold. */
    private static final int MAX_SLOTS = 1 << 28;

    /** Slots of four words with linear probing; a slot of zeros is free. */
    private long[] words = new long[WORDS * FIRST_SLOTS];

    private int used;
    private boolean nullId;

    /** An empty set. */
    public ObjectIdSet() {}

    /** Adds an id; returns whether it is new. */
    public boolean add(ObjectId id) {
        if (id.equals(ObjectId.NULL)) {
            boolean isNew = !nullId;
            nullId = true;
            return isNew;
        }
        if (used >= slots() / 4 * 3) {
            grow();
        }
        int slot = find(id);
        if (!isFree(slot)) {
            return false;
        }
        write(slot, id);
        used++;
        return true;
    }

    public boolean contains(ObjectId id) {
        return id.equals(ObjectId.NULL) ? nullId : !isFree(find(id));
    }

    /** Removes an id; returns whether it was there. */
    public boolean remove(ObjectId id) {
        if (id.equals(ObjectId.NULL)) {
            boolean wasThere = nullId;
            nullId = false;
            return wasThere;
        }
        int slot = find(id);
        if (isFree(slot)) {
            return false;
        }
        closeGap(slot);
        used--;
        return true;
    }

    public int size() {
        return used + (nullId ? 1 : 0);
    }

    public boolean isEmpty() {
        return size() == 0;
    }

    /** Visits all ids in no particular order; the set must not change meanwhile. */
    public void forEach(Consumer<ObjectId> action) {
        if (nullId) {
            action.accept(ObjectId.NULL);
        }
        for (int slot = 0; slot < slots(); slot++) {
            if (!isFree(slot)) {
                action.accept(read(slot));
            }
        }
    }

    private int slots() {
        return words.length / WORDS;
    }

    /** The slot that holds the id, or the free one where it belongs. */
    private int find(ObjectId id) {
        int slot = home(id.w0());
        while (!isFree(slot) && !holds(slot, id)) {
            slot = next(slot);
        }
        return slot;
    }

    /** Ids are uniform, so any of their bits will do. */
    private int home(long word) {
        return (int) word & (slots() - 1);
    }

    private int next(int slot) {
        return (slot + 1) & (slots() - 1);
    }

    private boolean isFree(int slot) {
        int at = WORDS * slot;
        return (words[at] | words[at + 1] | words[at + 2] | words[at + 3]) == 0;
    }

    private boolean holds(int slot, ObjectId id) {
        int at = WORDS * slot;
        return words[at] == id.w0() && words[at + 1] == id.w1() && words[at + 2] == id.w2() && words[at + 3] == id.w3();
    }

    private ObjectId read(int slot) {
        int at = WORDS * slot;
        return new ObjectId(words[at], words[at + 1], words[at + 2], words[at + 3]);
    }

    private void write(int slot, ObjectId id) {
        int at = WORDS * slot;
        words[at] = id.w0();
        words[at + 1] = id.w1();
        words[at + 2] = id.w2();
        words[at + 3] = id.w3();
    }

    /** Moves later ids of the same run forward, so that none of them is cut off from its home slot. */
    private void closeGap(int removed) {
        int gap = removed;
        for (int slot = next(gap); !isFree(slot); slot = next(slot)) {
            int distanceFromHome = (slot - home(words[WORDS * slot])) & (slots() - 1);
            int distanceFromGap = (slot - gap) & (slots() - 1);
            if (distanceFromHome >= distanceFromGap) {
                System.arraycopy(words, WORDS * slot, words, WORDS * gap, WORDS);
                gap = slot;
            }
        }
        write(gap, ObjectId.NULL);
    }

    private void grow() {
        if (slots() == MAX_SLOTS) {
            throw new OutOfMemoryError("a set of more than " + used + " ids");
        }
        long[] old = words;
        words = new long[2 * old.length];
        for (int at = 0; at < old.length; at += WORDS) {
            ObjectId id = new ObjectId(old[at], old[at + 1], old[at + 2], old[at + 3]);
            if (!id.equals(ObjectId.NULL)) {
                write(find(id), id);
            }
        }
    }
}
