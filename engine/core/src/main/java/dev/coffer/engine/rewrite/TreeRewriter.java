package dev.coffer.engine.rewrite;

import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.repository.BlobSaver;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.tree.Node;
import dev.coffer.engine.tree.NodeType;
import dev.coffer.engine.walk.TreeVisitor;
import dev.coffer.engine.walk.TreeWalker;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.Optional;

/**
 * Rewrites trees from the leaves up. What has changed is saved, and stored once the saver is flushed; a tree that no node of has
 * changed stays as it is, whoever wrote it. For one thread, and any number of snapshots.
 */
final class TreeRewriter {

    private final BlobSaver saver;
    private final RewriteRule rule;
    private final TreeWalker walker;
    private final TreeMemo memo = new TreeMemo();

    /** @param repository with its index loaded */
    TreeRewriter(Repository repository, BlobSaver saver, RewriteRule rule) {
        this.walker = new TreeWalker(repository);
        this.saver = saver;
        this.rule = rule;
    }

    /** What becomes of the tree of a snapshot; empty if nothing of it is left. */
    Optional<RewrittenTree> rewrite(ObjectId root) throws IOException {
        Optional<RewrittenTree> known = memo.get(rule.key("/", root));
        if (known.isPresent()) {
            return known;
        }
        Run run = new Run(root);
        try {
            walker.walk(root, run);
            return run.finishRoot();
        } finally {
            run.close();
        }
    }

    /** Follows one walk. */
    private final class Run implements TreeVisitor {

        private static final String ROOT = "/";

        private final Deque<OpenTree> open = new ArrayDeque<>();

        Run(ObjectId root) {
            Node directory = Node.builder("", NodeType.DIR).build();
            open.push(new OpenTree(ROOT, directory, root, saver));
        }

        @Override
        public Descent node(String path, Node node) throws IOException {
            OpenTree tree = open.getFirst();
            tree.read(node);
            Optional<Node> kept = rule.rewrite(path, node);
            if (kept.isEmpty()) {
                tree.drop();
            } else if (node.type() != NodeType.DIR) {
                tree.add(node, kept.get());
            } else {
                return directory(path, node, kept.get());
            }
            return Descent.SKIP;
        }

        private Descent directory(String path, Node before, Node kept) throws IOException {
            ObjectId source = Objects.requireNonNullElse(before.subtree(), ObjectId.NULL);
            Optional<RewrittenTree> known = memo.get(rule.key(path, source));
            if (known.isPresent()) {
                open.getFirst().add(before, kept, known.get());
                return Descent.SKIP;
            }
            open.push(new OpenTree(path, kept, source, saver));
            return Descent.ENTER;
        }

        @Override
        public void unreadable(String path, IOException reason) throws IOException {
            rule.unreadable(path, reason);
            open.getFirst().lose();
        }

        @Override
        public void leave(String path, Node directory) throws IOException {
            try (OpenTree done = open.pop()) {
                Optional<RewrittenTree> tree = finish(done);
                if (tree.isPresent()) {
                    open.getFirst().add(directory, done.directory(), tree.get());
                } else {
                    open.getFirst().drop();
                }
            }
        }

        Optional<RewrittenTree> finishRoot() throws IOException {
            OpenTree root = open.getFirst();
            return root.lost() ? Optional.empty() : finish(root);
        }

        private Optional<RewrittenTree> finish(OpenTree tree) throws IOException {
            if (!tree.exact()) {
                rule.inexact(tree.path(), tree.changed());
            }
            if (tree.isEmpty() && !rule.keepsEmpty(tree.path())) {
                return Optional.empty();
            }
            RewrittenTree saved = tree.save();
            if (!tree.lost()) {
                memo.put(rule.key(tree.path(), tree.source()), saved);
            }
            return Optional.of(saved);
        }

        void close() {
            open.forEach(OpenTree::close);
        }
    }
}
