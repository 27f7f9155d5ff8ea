package dev.coffer.engine.repository;

import dev.coffer.engine.blob.BlobType;
import dev.coffer.engine.pack.GrowingBlob;
import dev.coffer.engine.text.NativeString;
import dev.coffer.engine.tree.Node;
import dev.coffer.engine.tree.TreeWriter;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The tree of a folder whose entries are still to come. That of a huge folder is hashed and compressed as it grows, so that it
 * takes the memory of its stored form only. For one thread.
 */
public final class GrowingTree implements AutoCloseable {

    /** What is kept as text; most trees are never longer. */
    static final int PART_BYTES = 4 << 20;

    private final String path;
    private final BlobSaver saver;
    private final TreeWriter text = new TreeWriter();
    private @Nullable GrowingBlob blob;

    /** @param path of the folder, for messages */
    public GrowingTree(String path, BlobSaver saver) {
        this.path = path;
        this.saver = saver;
    }

    /** Adds the next entry, in the order of names. */
    public void add(Node node) throws IOException {
        text.add(node);
        if (text.length() >= PART_BYTES) {
            move();
        }
    }

    /** Saves the tree; there is nothing to be done with it afterwards but to close it. */
    public SavedBlob save() throws IOException {
        text.end();
        if (blob == null) {
            return saver.save(BlobType.TREE, text.buffer(), 0, text.length());
        }
        return saver.save(move());
    }

    /**
     * Saves a tree of the entries so far, and one more; this one can go on growing. The text of a huge folder is no longer
     * there, so it counts as empty until it is complete.
     */
    public SavedBlob saveSoFar(Optional<Node> more) throws IOException {
        TreeWriter copy = blob == null ? text.copy() : new TreeWriter();
        if (more.isPresent()) {
            copy.add(more.get());
        }
        copy.end();
        return saver.save(BlobType.TREE, copy.buffer(), 0, copy.length());
    }

    private GrowingBlob move() throws IOException {
        GrowingBlob target = blob == null ? saver.begin(BlobType.TREE) : blob;
        blob = target;
        if (text.length() > Integer.MAX_VALUE - target.length()) {
            throw new IOException("cannot store the folder " + NativeString.printable(path)
                    + ": it has so many entries that their list is longer than 2 GiB");
        }
        target.append(text.buffer(), 0, text.length());
        text.drain();
        return target;
    }

    @Override
    public void close() {
        if (blob != null) {
            blob.close();
        }
    }
}
