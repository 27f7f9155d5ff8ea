package dev.coffer.engine.prune;

import dev.coffer.engine.blob.BlobHandle;
import dev.coffer.engine.index.Index;
import java.util.BitSet;
import java.util.OptionalInt;

/** A set of blobs of one index, with a bit for each place in it. Safe for use by several threads. */
final class IndexedBlobSet {

    private final Index index;
    private final BitSet numbers;

    private IndexedBlobSet(Index index, BitSet numbers) {
        this.index = index;
        this.numbers = numbers;
    }

    /** An empty set. */
    IndexedBlobSet(Index index) {
        this(index, new BitSet(index.size()));
    }

    /** Adds a blob; returns whether the index has it. */
    boolean add(BlobHandle blob) {
        OptionalInt number = index.numberOf(blob);
        if (number.isEmpty()) {
            return false;
        }
        synchronized (numbers) {
            numbers.set(number.getAsInt());
        }
        return true;
    }

    /** @param number of a blob in the index */
    boolean contains(int number) {
        synchronized (numbers) {
            return numbers.get(number);
        }
    }

    boolean contains(BlobHandle blob) {
        OptionalInt number = index.numberOf(blob);
        return number.isPresent() && contains(number.getAsInt());
    }

    /** Removes a blob; returns whether it was there. */
    boolean remove(BlobHandle blob) {
        OptionalInt number = index.numberOf(blob);
        synchronized (numbers) {
            boolean there = number.isPresent() && numbers.get(number.getAsInt());
            if (there) {
                numbers.clear(number.getAsInt());
            }
            return there;
        }
    }

    int size() {
        synchronized (numbers) {
            return numbers.cardinality();
        }
    }

    IndexedBlobSet copy() {
        synchronized (numbers) {
            return new IndexedBlobSet(index, (BitSet) numbers.clone());
        }
    }
}
