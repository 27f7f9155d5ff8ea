package dev.coffer.engine.archive;

import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.repository.SavedBlob;
import dev.coffer.engine.source.SourceEntry;
import dev.coffer.engine.tree.Node;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file whose content is being stored. One archiver describes it, reads it and hands its chunks to sealers; whoever deals
 * with the last part completes it; the tree archiver waits for that. Safe for use by these threads.
 */
final class PendingFile {

    private final SourceEntry entry;
    private final String path;
    private final Optional<Node> previous;
    private final long started = System.nanoTime();
    private final BlobCounts added = new BlobCounts();
    private @Nullable ObjectId[] ids = new @Nullable ObjectId[1];
    private int chunks;
    private int sealed;
    private boolean read;
    private long size;
    private @Nullable Node node;
    private boolean done;

    /**
     * A file that nobody has looked into.
     *
     * @param path in the snapshot
     * @param previous its node in the parent snapshot
     */
    PendingFile(SourceEntry entry, String path, Optional<Node> previous) {
        this.entry = entry;
        this.path = path;
        this.previous = previous;
    }

    SourceEntry entry() {
        return entry;
    }

    String path() {
        return path;
    }

    Optional<Node> previous() {
        return previous;
    }

    long started() {
        return started;
    }

    /** Sets the node, without content. */
    synchronized void describe(Node metadata) {
        node = metadata;
    }

    /** Makes a place for the next chunk; returns its number. */
    synchronized int nextChunk() {
        if (chunks == ids.length) {
            ids = Arrays.copyOf(ids, 2 * chunks);
        }
        return chunks++;
    }

    /** A chunk is stored. Returns the file if that completes it. */
    synchronized Optional<Completed> sealed(int chunk, SavedBlob blob) {
        ids[chunk] = blob.id();
        added.addData(blob);
        sealed++;
        return completeIfAll();
    }

    /** All has been read, so many bytes. Returns the file if that completes it. */
    synchronized Optional<Completed> endOfContent(long bytes) {
        size = bytes;
        read = true;
        return completeIfAll();
    }

    private Optional<Completed> completeIfAll() {
        if (!read || sealed < chunks || node == null) {
            return Optional.empty();
        }
        node = node.withContent(content(), size);
        finish();
        return Optional.of(new Completed(node, added));
    }

    private List<ObjectId> content() {
        List<ObjectId> content = new ArrayList<>(chunks);
        for (ObjectId id : ids) {
            if (id != null) {
                content.add(id);
            }
        }
        return content;
    }

    /** The file will not be in the snapshot. */
    synchronized void giveUp() {
        node = null;
        read = false;
        finish();
    }

    private void finish() {
        done = true;
        notifyAll();
    }

    /** Waits until the file is complete; empty if it was given up. */
    synchronized Optional<Node> await() throws InterruptedIOException {
        while (!done) {
            try {
                wait();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("the backup was interrupted");
            }
        }
        return Optional.ofNullable(node);
    }

    /** A file that is stored, and what that has added to the repository. */
    record Completed(Node node, BlobCounts added) {}
}
