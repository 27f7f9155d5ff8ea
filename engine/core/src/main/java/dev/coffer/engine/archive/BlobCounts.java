package dev.coffer.engine.archive;

import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.repository.SavedBlob;

/** What blobs have added to a repository. Not safe for use by several threads at a time. */
final class BlobCounts {

    private long dataBlobs;
    private long dataBytes;
    private long dataStored;
    private long treeBlobs;
    private long treeBytes;
    private long treeStored;

    void addData(SavedBlob blob) {
        if (blob.added()) {
            dataBlobs++;
            dataBytes += blob.plainLength();
            dataStored += blob.storedLength();
        }
    }

    /** Counts a tree, and returns its id. */
    ObjectId addTree(SavedBlob blob) {
        if (blob.added()) {
            treeBlobs++;
            treeBytes += blob.plainLength();
            treeStored += blob.storedLength();
        }
        return blob.id();
    }

    void addAll(BlobCounts other) {
        dataBlobs += other.dataBlobs;
        dataBytes += other.dataBytes;
        dataStored += other.dataStored;
        treeBlobs += other.treeBlobs;
        treeBytes += other.treeBytes;
        treeStored += other.treeStored;
    }

    long dataBlobs() {
        return dataBlobs;
    }

    /** Plain bytes. */
    long dataBytes() {
        return dataBytes;
    }

    /** Bytes in packs. */
    long dataStored() {
        return dataStored;
    }

    long treeBlobs() {
        return treeBlobs;
    }

    /** Plain bytes. */
    long treeBytes() {
        return treeBytes;
    }

    /** Bytes in packs. */
    long treeStored() {
        return treeStored;
    }
}
