package dev.coffer.engine.blob;

import java.util.function.Consumer;

/** A set of blobs; see {@link ObjectIdSet} for its size. Not safe for use by several threads at a time. */
public final class BlobSet {

    private final ObjectIdSet data = new ObjectIdSet();
    private final ObjectIdSet trees = new ObjectIdSet();

    /** An empty set. */
    public BlobSet() {}

    /** Adds a blob; returns whether it is new. */
    public boolean add(BlobHandle blob) {
        return of(blob.type()).add(blob.id());
    }

    public boolean contains(BlobHandle blob) {
        return of(blob.type()).contains(blob.id());
    }

    /** Removes a blob; returns whether it was there. */
    public boolean remove(BlobHandle blob) {
        return of(blob.type()).remove(blob.id());
    }

    /** Its blobs of one type: a live view. */
    public ObjectIdSet of(BlobType type) {
        return switch (type) {
            case DATA -> data;
            case TREE -> trees;
        };
    }

    public long size() {
        return (long) data.size() + trees.size();
    }

    public boolean isEmpty() {
        return size() == 0;
    }

    /** Visits all blobs in no particular order; the set must not change meanwhile. */
    public void forEach(Consumer<BlobHandle> action) {
        data.forEach(id -> action.accept(BlobHandle.data(id)));
        trees.forEach(id -> action.accept(BlobHandle.tree(id)));
    }
}
