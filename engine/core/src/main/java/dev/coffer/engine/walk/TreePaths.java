package dev.coffer.engine.walk;

import dev.coffer.engine.blob.BlobHandle;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.errors.RepositoryException.BadRequest;
import dev.coffer.engine.repository.BlobLoader;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.text.NativeString;
import dev.coffer.engine.tree.Node;
import dev.coffer.engine.tree.NodeType;
import dev.coffer.engine.tree.TreeReader;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Finds what stands at a path within a snapshot. The index must be loaded. Safe for use by any number of threads. */
public final class TreePaths {

    private final BlobLoader blobs;

    public TreePaths(Repository repository) {
        this.blobs = repository.blobs();
    }

    /**
     * The tree of a directory.
     *
     * @param path from the root tree on; {@code /} and the empty path are the root itself
     * @throws BadRequest if there is no such directory
     */
    public ObjectId directory(ObjectId root, String path) throws IOException {
        if (components(path).isEmpty()) {
            return root;
        }
        Node node = find(root, path)
                .orElseThrow(() -> new BadRequest("There is no " + NativeString.printable(path) + " in the snapshot."));
        ObjectId subtree = node.subtree();
        if (node.type() != NodeType.DIR || subtree == null) {
            throw new BadRequest(NativeString.printable(path) + " is not a directory in the snapshot.");
        }
        return subtree;
    }

    /** The node at a path; empty if there is none, and for the root, which has no node. */
    public Optional<Node> find(ObjectId root, String path) throws IOException {
        Optional<Node> found = Optional.empty();
        Optional<ObjectId> tree = Optional.of(root);
        for (String name : components(path)) {
            found = tree.isPresent() ? child(tree.get(), name) : Optional.empty();
            tree = found.filter(node -> node.type() == NodeType.DIR).map(Node::subtree);
        }
        return found;
    }

    private Optional<Node> child(ObjectId tree, String name) throws IOException {
        try (TreeReader reader = TreeReader.of(blobs.content(BlobHandle.tree(tree)))) {
            Optional<Node> node = reader.next();
            while (node.isPresent() && !node.get().name().equals(name)) {
                node = reader.next();
            }
            return node;
        }
    }

    /** A path with {@code .} and {@code ..} resolved, without slashes at its ends; the root is empty. */
    public static String clean(String path) {
        return String.join("/", components(path));
    }

    /** The names a path consists of, {@code .} and {@code ..} resolved. */
    private static List<String> components(String path) {
        Deque<String> names = new ArrayDeque<>();
        for (String name : path.split("/", -1)) {
            if ("..".equals(name)) {
                names.pollLast();
            } else if (!name.isEmpty() && !".".equals(name)) {
                names.addLast(name);
            }
        }
        return new ArrayList<>(names);
    }
}
