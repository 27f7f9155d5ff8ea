package dev.coffer.engine.archive;

import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.repository.BlobSaver;
import dev.coffer.engine.repository.GrowingTree;
import dev.coffer.engine.tree.Node;
import dev.coffer.engine.tree.TreeReader;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The tree of a folder whose entries are still to come. As long as they are those of the parent's tree nothing is written: in the
 * end that tree is used again. From the first difference on there is a new one, which begins with what both have in common.
 *
 * <p>For one thread.
 */
final class FolderTree implements AutoCloseable {

    private final String path;
    private final Optional<ObjectId> earlier;
    private final ParentTrees parents;
    private final BlobSaver saver;

    /** How many entries are those that the parent's tree begins with; they are not in the new tree unless there is one. */
    private long inCommon;

    private @Nullable GrowingTree fresh;

    /**
     * The tree of an empty folder.
     *
     * @param path of the folder, for messages
     * @param earlier the parent's tree, if that may be used again
     */
    FolderTree(String path, Optional<ObjectId> earlier, ParentTrees parents, BlobSaver saver) {
        this.path = path;
        this.earlier = earlier;
        this.parents = parents;
        this.saver = saver;
    }

    /**
     * Adds the next entry, in the order of names.
     *
     * @param position how many entries the parent's tree has before the same one; {@link TreeStep#NOWHERE} if it does not have it
     */
    void add(Node node, long position) throws IOException {
        if (position == inCommon && isAsBefore()) {
            inCommon++;
        } else {
            fresh().add(node);
        }
    }

    /**
     * Saves the tree, unless it is the parent's; there is nothing to be done with this afterwards but to close it.
     *
     * @param earlierEntries how many there are in the parent's tree
     * @param added where to count what is new
     */
    ObjectId save(long earlierEntries, BlobCounts added) throws IOException {
        return earlierEntries == inCommon && isAsBefore() ? earlier.orElseThrow() : added.addTree(fresh().save());
    }

    /** Saves a tree of the entries so far, and one more; this one can go on growing. */
    ObjectId saveSoFar(Optional<Node> more) throws IOException {
        return fresh().saveSoFar(more).id();
    }

    /** Whether there is a tree of the parent, and no difference from it so far. */
    private boolean isAsBefore() {
        return earlier.isPresent() && fresh == null;
    }

    private GrowingTree fresh() throws IOException {
        GrowingTree tree = fresh;
        if (tree == null) {
            tree = new GrowingTree(path, saver);
            fresh = tree;
            addCommonEntries(tree);
        }
        return tree;
    }

    /** They were read once already, by the walk: that this fails is as unlikely as that saving does, and as bad. */
    private void addCommonEntries(GrowingTree tree) throws IOException {
        if (inCommon == 0) {
            return;
        }
        try (TreeReader entries = parents.read(earlier.orElseThrow())) {
            for (long i = 0; i < inCommon; i++) {
                tree.add(entries.next()
                        .orElseThrow(() -> new IOException("the tree of " + path + " has become shorter")));
            }
        }
    }

    @Override
    public void close() {
        if (fresh != null) {
            fresh.close();
        }
    }
}
