package dev.coffer.engine.archive;

import dev.coffer.engine.blob.BlobHandle;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.errors.RepositoryException;
import dev.coffer.engine.repository.BlobLoader;
import dev.coffer.engine.tree.Node;
import dev.coffer.engine.tree.NodeType;
import dev.coffer.engine.tree.TreeReader;
import java.io.IOException;
import java.util.Optional;

/** The folders of the parent snapshot. One that cannot be loaded counts as empty: then more is read than necessary. */
final class ParentTrees {

    private final BlobLoader blobs;
    private final Optional<ObjectId> root;
    private final Journal journal;

    /** @param root tree of the parent, if there is one */
    ParentTrees(BlobLoader blobs, Optional<ObjectId> root, Journal journal) {
        this.blobs = blobs;
        this.root = root;
        this.journal = journal;
    }

    ParentTree root() throws IOException {
        return openTree("/", root);
    }

    /** Opens the folder that a node of the parent describes. */
    ParentTree open(String path, Optional<Node> folder) throws IOException {
        return openTree(path, folder.flatMap(ParentTrees::tree));
    }

    /** The entries of a tree that was opened before. */
    TreeReader read(ObjectId tree) throws IOException {
        return TreeReader.of(blobs.content(BlobHandle.tree(tree)));
    }

    /** The tree of a node, if that is a folder. */
    static Optional<ObjectId> tree(Node node) {
        return node.type() == NodeType.DIR ? Optional.ofNullable(node.subtree()) : Optional.empty();
    }

    private ParentTree openTree(String path, Optional<ObjectId> tree) throws IOException {
        if (tree.isEmpty()) {
            return ParentTree.none();
        }
        try {
            return new ParentTree(read(tree.get()), damage -> notice(path, damage));
        } catch (RepositoryException e) {
            notice(path, e);
            return ParentTree.unreadable();
        }
    }

    private void notice(String path, IOException cause) {
        journal.notice("cannot compare all of " + path + " with the parent snapshot, so more is read than necessary: "
                + cause.getMessage());
    }
}
