package dev.coffer.engine.walk;

import dev.coffer.engine.blob.BlobContent;
import dev.coffer.engine.blob.BlobHandle;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.repository.BlobLoader;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.tasks.TaskGroup;
import dev.coffer.engine.tree.Node;
import dev.coffer.engine.tree.NodeType;
import dev.coffer.engine.tree.TreeReader;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Visits every tree that can be reached from some roots once, however many snapshots and directories share it, in no
 * particular order and on several threads. Paths have no meaning here. The index must be loaded.
 *
 * <p>Memory: the ids of all trees seen, and one tree blob for each of {@code connections} threads.
 */
public final class DistinctTreeWalker {

    private final BlobLoader blobs;
    private final int threads;

    public DistinctTreeWalker(Repository repository) {
        this.blobs = repository.blobs();
        int cores = Runtime.getRuntime().availableProcessors();
        this.threads = Math.max(cores, repository.backend().properties().connections());
    }

    /** Visits the trees below and including {@code roots}. */
    public void walk(Collection<ObjectId> roots, DistinctTreeVisitor visitor) throws IOException {
        TreeQueue queue = new TreeQueue();
        roots.forEach(queue::offer);
        try (TaskGroup workers = new TaskGroup("trees", threads)) {
            for (int i = 0; i < threads; i++) {
                workers.fork(() -> visitAll(queue, visitor));
            }
            workers.join();
        }
    }

    private void visitAll(TreeQueue queue, DistinctTreeVisitor visitor) throws IOException {
        for (Optional<ObjectId> tree = queue.take(); tree.isPresent(); tree = queue.take()) {
            List<ObjectId> subtrees = new ArrayList<>();
            try {
                visitOne(tree.get(), subtrees, visitor);
            } finally {
                queue.finish(subtrees);
            }
        }
    }

    private void visitOne(ObjectId tree, List<ObjectId> subtrees, DistinctTreeVisitor visitor) throws IOException {
        Optional<BlobContent> blob = visitor.wants(tree) ? load(tree, visitor) : Optional.empty();
        if (blob.isPresent()) {
            try (TreeReader reader = TreeReader.of(blob.get())) {
                visitNodes(tree, reader, subtrees, visitor);
            }
        }
    }

    private static void visitNodes(
            ObjectId tree, TreeReader reader, List<ObjectId> subtrees, DistinctTreeVisitor visitor) throws IOException {
        Optional<Node> next = next(tree, reader, visitor);
        while (next.isPresent()) {
            Node node = next.get();
            if (node.type() == NodeType.DIR && node.subtree() != null) {
                subtrees.add(node.subtree());
            }
            visitor.node(tree, node);
            next = next(tree, reader, visitor);
        }
    }

    private Optional<BlobContent> load(ObjectId tree, DistinctTreeVisitor visitor) throws IOException {
        try {
            return Optional.of(blobs.content(BlobHandle.tree(tree)));
        } catch (InterruptedIOException e) {
            throw e;
        } catch (IOException e) {
            visitor.unreadable(tree, e);
            return Optional.empty();
        }
    }

    private static Optional<Node> next(ObjectId tree, TreeReader reader, DistinctTreeVisitor visitor)
            throws IOException {
        Optional<Node> next;
        try {
            next = reader.next();
        } catch (IOException e) {
            visitor.unreadable(tree, e);
            return Optional.empty();
        }
        if (next.isEmpty()) {
            visitor.read(tree);
        }
        return next;
    }
}
