package dev.coffer.engine.query;

import dev.coffer.engine.blob.BlobHandle;
import dev.coffer.engine.blob.BlobSet;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.errors.RepositoryException.CorruptData;
import dev.coffer.engine.repository.BlobLoader;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.text.NativeString;
import dev.coffer.engine.tree.Node;
import dev.coffer.engine.tree.NodeType;
import dev.coffer.engine.walk.DistinctTreeVisitor;
import dev.coffer.engine.walk.DistinctTreeWalker;
import dev.coffer.engine.walk.TreeVisitor;
import dev.coffer.engine.walk.TreeWalker;
import java.io.IOException;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Compares two trees, directory by directory in step, so that what is the same in both is not even loaded until the sums
 * are drawn. Modifiers of differences are restic's:
 *
 * <ul>
 *   <li>{@code +} only in the newer tree, {@code -} only in the older one
 *   <li>{@code M} content of a file changed; followed by {@code ?} if nothing else of it did, which hints at decay
 *   <li>{@code T} type changed
 *   <li>{@code U} anything else changed, if that is asked for
 * </ul>
 *
 * <p>For one thread and one comparison. Memory: the ids of blobs in directories that differ.
 */
public final class TreeComparison {

    private final Repository repository;
    private final BlobLoader blobs;
    private final Metadata metadata;
    private final Receiver receiver;
    private final DifferenceSide older = new DifferenceSide();
    private final DifferenceSide newer = new DifferenceSide();
    private final Set<ObjectId> commonTrees = new HashSet<>();
    private long changedFiles;

    /** Whether differences in metadata alone are reported. */
    public enum Metadata {
        REPORTED,
        IGNORED
    }

    /** Takes differences in the order of paths. */
    @FunctionalInterface
    public interface Receiver {
        void different(TreeDifference difference) throws IOException;
    }

    /** A comparison in a repository whose index is loaded. */
    public TreeComparison(Repository repository, Metadata metadata, Receiver receiver) {
        this.repository = repository;
        this.blobs = repository.blobs();
        this.metadata = metadata;
        this.receiver = receiver;
    }

    public DifferenceStatistics compare(ObjectId olderRoot, ObjectId newerRoot) throws IOException {
        older.blobs().add(BlobHandle.tree(olderRoot));
        newer.blobs().add(BlobHandle.tree(newerRoot));
        compareTrees("/", olderRoot, newerRoot);
        removeCommonBlobs();
        return new DifferenceStatistics(
                changedFiles, newer.result(repository.index()), older.result(repository.index()));
    }

    private void compareTrees(String path, ObjectId olderTree, ObjectId newerTree) throws IOException {
        if (olderTree.equals(newerTree)) {
            commonTrees.add(olderTree);
            return;
        }
        try (DirectoryCursor olderNodes = new DirectoryCursor(blobs, olderTree);
                DirectoryCursor newerNodes = new DirectoryCursor(blobs, newerTree)) {
            compareNodes(path, olderNodes, newerNodes);
        }
    }

    private void compareNodes(String path, DirectoryCursor olderNodes, DirectoryCursor newerNodes) throws IOException {
        while (olderNodes.peek().isPresent() || newerNodes.peek().isPresent()) {
            int order = order(olderNodes.peek(), newerNodes.peek());
            if (order < 0) {
                single(path, olderNodes.take(), "-", older);
            } else if (order > 0) {
                single(path, newerNodes.take(), "+", newer);
            } else {
                pair(path, olderNodes.take(), newerNodes.take());
            }
        }
    }

    private static int order(Optional<Node> a, Optional<Node> b) {
        if (a.isEmpty() || b.isEmpty()) {
            return a.isEmpty() ? 1 : -1;
        }
        return NativeString.compareBytes(a.get().name(), b.get().name());
    }

    private void single(String parent, Node node, String modifier, DifferenceSide side) throws IOException {
        String path = parent + node.name();
        count(path, node, modifier, side);
        if (node.type() == NodeType.DIR) {
            TreeVisitor visitor = (below, child) -> {
                count(path + below, child, modifier, side);
                return TreeVisitor.Descent.ENTER;
            };
            new TreeWalker(repository).walk(subtree(path, node), visitor);
        }
    }

    private void count(String path, Node node, String modifier, DifferenceSide side) throws IOException {
        report(path, node, modifier);
        side.count(node);
        side.addBlobs(node);
    }

    private void report(String path, Node node, String modifier) throws IOException {
        String shown = node.type() == NodeType.DIR ? path + "/" : path;
        receiver.different(new TreeDifference(shown, modifier));
    }

    private void pair(String parent, Node olderNode, Node newerNode) throws IOException {
        String path = parent + newerNode.name();
        older.addBlobs(olderNode);
        newer.addBlobs(newerNode);
        String modifier = modifier(olderNode, newerNode);
        if (!modifier.isEmpty()) {
            report(path, newerNode, modifier);
        }
        if (olderNode.type() == NodeType.DIR && newerNode.type() == NodeType.DIR) {
            compareTrees(path + "/", subtree(path, olderNode), subtree(path, newerNode));
        }
    }

    private String modifier(Node olderNode, Node newerNode) {
        String type = olderNode.type() == newerNode.type() ? "" : "T";
        boolean files = olderNode.type() == NodeType.FILE && newerNode.type() == NodeType.FILE;
        if (files && !Objects.equals(olderNode.content(), newerNode.content())) {
            changedFiles++;
            return NodeEquality.apartFromContent(olderNode, newerNode) ? "M?" : "M";
        }
        boolean updated = metadata == Metadata.REPORTED && !NodeEquality.everything(olderNode, newerNode);
        return updated ? type + "U" : type;
    }

    private static ObjectId subtree(String path, Node directory) throws CorruptData {
        ObjectId subtree = directory.subtree();
        if (subtree == null) {
            throw new CorruptData(
                    "The snapshot does not say what is in " + NativeString.printable(path)
                            + ": its node is damaged. `check` tells more.",
                    null);
        }
        return subtree;
    }

    /** A blob of a directory that differs may well stand in one that does not, too. */
    private void removeCommonBlobs() throws IOException {
        BlobSet common = new BlobSet();
        older.blobs().forEach(blob -> {
            if (newer.blobs().contains(blob)) {
                common.add(blob);
            }
        });
        common.forEach(this::removeBlob);
        if (!older.blobs().isEmpty() || !newer.blobs().isEmpty()) {
            new DistinctTreeWalker(repository).walk(commonTrees, new CommonBlobs());
        }
    }

    private synchronized void removeBlob(BlobHandle blob) {
        older.blobs().remove(blob);
        newer.blobs().remove(blob);
    }

    private final class CommonBlobs implements DistinctTreeVisitor {

        @Override
        public void node(ObjectId tree, Node node) {
            DifferenceSide.forEachBlob(node, TreeComparison.this::removeBlob);
        }

        @Override
        public void unreadable(ObjectId tree, IOException reason) throws IOException {
            throw reason;
        }
    }
}
