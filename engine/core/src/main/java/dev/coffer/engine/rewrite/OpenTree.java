package dev.coffer.engine.rewrite;

import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.repository.BlobSaver;
import dev.coffer.engine.repository.GrowingTree;
import dev.coffer.engine.tree.Node;
import dev.coffer.engine.tree.NodeType;
import dev.coffer.engine.tree.UnorderedNode;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A folder in the middle of being rewritten. For one thread. */
final class OpenTree implements AutoCloseable {

    private final String path;
    private final Node directory;
    private final ObjectId source;
    private final BlobSaver saver;
    private final TreeEcho echo = new TreeEcho();
    private GrowingTree result;
    private @Nullable UnorderedNode disorder;
    private boolean changed;
    private boolean lost;
    private long entries;
    private long files;
    private long bytes;

    /**
     * A folder without entries.
     *
     * @param directory its node, as it will be but for the subtree
     * @param source its tree; {@link ObjectId#NULL} if that is not known
     */
    OpenTree(String path, Node directory, ObjectId source, BlobSaver saver) {
        this.path = path;
        this.directory = directory;
        this.source = source;
        this.saver = saver;
        this.result = new GrowingTree(path, saver);
    }

    String path() {
        return path;
    }

    Node directory() {
        return directory;
    }

    ObjectId source() {
        return source;
    }

    /** A node was read; what becomes of it is told afterwards. */
    void read(Node node) {
        echo.add(node);
    }

    /** The node that was read goes. */
    void drop() {
        changed = true;
    }

    /** Adds what becomes of a node that was read. */
    void add(Node before, Node now) throws IOException {
        changed |= !now.equals(before);
        entries++;
        if (now.type() == NodeType.FILE) {
            files++;
            bytes += now.size();
        }
        try {
            result.add(now);
        } catch (UnorderedNode e) {
            disorder = e;
        }
    }

    /** Adds what becomes of a folder. */
    void add(Node before, Node directory, RewrittenTree tree) throws IOException {
        add(before, directory.withSubtree(tree.id()));
        files += tree.files();
        bytes += tree.bytes();
    }

    /** There is nothing to be had from the tree, and what was read of it counts no more. */
    void lose() {
        lost = true;
        changed = true;
        entries = 0;
        files = 0;
        bytes = 0;
        disorder = null;
        result.close();
        result = new GrowingTree(path, saver);
    }

    boolean lost() {
        return lost;
    }

    boolean changed() {
        return changed;
    }

    boolean isEmpty() {
        return entries == 0;
    }

    /** Whether writing the tree again loses nothing; to be asked once, at the end. */
    boolean exact() {
        return lost || echo.is(source);
    }

    /** Saves the tree, if it has changed. */
    RewrittenTree save() throws IOException {
        if (!changed) {
            return new RewrittenTree(source, files, bytes);
        }
        if (disorder != null) {
            throw disorder;
        }
        return new RewrittenTree(result.save().id(), files, bytes);
    }

    @Override
    public void close() {
        result.close();
    }
}
