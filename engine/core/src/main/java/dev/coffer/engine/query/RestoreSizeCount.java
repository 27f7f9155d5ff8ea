package dev.coffer.engine.query;

import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.tree.Node;
import dev.coffer.engine.tree.NodeType;
import dev.coffer.engine.walk.TreeVisitor;
import dev.coffer.engine.walk.TreeWalker;
import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Counts all nodes, and the size that restoring them takes. */
final class RestoreSizeCount {

    private final TreeWalker walker;
    private long files;
    private long size;

    RestoreSizeCount(Repository repository) {
        this.walker = new TreeWalker(repository);
    }

    /** A file of several links, which takes its size once in each snapshot. */
    private record LinkedFile(long inode, long device) {}

    Statistics count(Collection<ObjectId> roots) throws IOException {
        for (ObjectId root : roots) {
            Set<LinkedFile> linked = new HashSet<>();
            TreeVisitor visitor = (_, node) -> {
                count(node, linked);
                return TreeVisitor.Descent.ENTER;
            };
            walker.walk(root, visitor);
        }
        return new Statistics(roots.size(), size, 0, Statistics.CompressedBlobs.NONE, files, 0);
    }

    private void count(Node node, Set<LinkedFile> linked) {
        files++;
        boolean single = node.links() == 1 || node.type() == NodeType.DIR;
        if (single || (node.size() > 0 && linked.add(new LinkedFile(node.inode(), node.deviceId())))) {
            size += node.size();
        }
    }
}
