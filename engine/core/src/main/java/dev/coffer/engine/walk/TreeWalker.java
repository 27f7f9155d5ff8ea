package dev.coffer.engine.walk;

import dev.coffer.engine.blob.BlobContent;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.errors.RepositoryException.CorruptData;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.text.NativeString;
import dev.coffer.engine.tree.Node;
import dev.coffer.engine.tree.NodeType;
import dev.coffer.engine.walk.TreeVisitor.Descent;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Walks through a tree depth first, in stored order. The index must be loaded. Holds no state between walks, so that any
 * number of threads may walk at the same time.
 *
 * <p>Memory: the tree blobs on the way from the root, long ones compressed, and at most {@value TreesAhead#MAX_TREES} more of at most
 * {@value TreesAhead#MAX_BYTES} bytes each that are loaded ahead.
 */
public final class TreeWalker {

    private final Repository repository;

    public TreeWalker(Repository repository) {
        this.repository = repository;
    }

    /** Visits everything below a root tree; the root itself is no node and is neither visited nor left. */
    public void walk(ObjectId root, TreeVisitor visitor) throws IOException {
        Walk walk = new Walk(new TreesAhead(repository), visitor);
        try {
            walk.run(root);
        } finally {
            walk.close();
        }
    }

    /** One walk: a stack of directories instead of recursion, since snapshots may be deeper than a thread's stack. */
    private static final class Walk {

        private final TreesAhead ahead;
        private final TreeVisitor visitor;
        private final Deque<WalkedTree> stack = new ArrayDeque<>();

        Walk(TreesAhead ahead, TreeVisitor visitor) {
            this.ahead = ahead;
            this.visitor = visitor;
        }

        void run(ObjectId root) throws IOException {
            enter("/", Optional.empty(), ahead.promise(root));
            while (!stack.isEmpty()) {
                WalkedTree tree = stack.getLast();
                Optional<PendingNode> next = next(tree);
                if (next.isPresent()) {
                    visit(tree, next.get());
                } else {
                    leave();
                }
            }
        }

        private Optional<PendingNode> next(WalkedTree tree) throws IOException {
            try {
                return tree.next();
            } catch (InterruptedIOException e) {
                throw e;
            } catch (IOException e) {
                visitor.unreadable(tree.path(), e);
                return Optional.empty();
            }
        }

        private void visit(WalkedTree tree, PendingNode pending) throws IOException {
            Node node = pending.node();
            String path = join(tree.path(), node.name());
            Descent descent = tree.isRepeated(node) ? visitor.repeated(path, node) : visitor.node(path, node);
            if (node.type() == NodeType.DIR && descent == Descent.ENTER) {
                tree.loadAhead();
                enter(path, Optional.of(node), pending.subtree());
            } else {
                pending.discard();
            }
        }

        private void enter(String path, Optional<Node> directory, Optional<PromisedTree> tree) throws IOException {
            try {
                BlobContent blob = tree.orElseThrow(() -> new CorruptData(withoutTree(path), null))
                        .take();
                stack.addLast(WalkedTree.of(path, directory, blob, ahead));
            } catch (InterruptedIOException e) {
                throw e;
            } catch (IOException e) {
                stack.addLast(WalkedTree.unreadable(path, directory, ahead, e));
            }
        }

        private static String withoutTree(String path) {
            return "The snapshot says nothing of what is in the directory " + NativeString.printable(path)
                    + ": its node is damaged.";
        }

        private void leave() throws IOException {
            WalkedTree tree = stack.removeLast();
            tree.close();
            if (tree.directory().isPresent()) {
                visitor.leave(tree.path(), tree.directory().get());
            }
        }

        void close() {
            stack.forEach(WalkedTree::close);
        }
    }

    private static String join(String directory, String name) {
        return directory.length() == 1 ? "/" + name : directory + "/" + name;
    }
}
