package dev.coffer.engine.check;

import dev.coffer.engine.blob.BlobHandle;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.index.Index;
import dev.coffer.engine.progress.ProgressEvent;
import dev.coffer.engine.progress.ProgressListener;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.tree.Node;
import dev.coffer.engine.walk.DistinctTreeVisitor;
import dev.coffer.engine.walk.DistinctTreeWalker;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Looks at every distinct tree below some roots, several at a time. */
final class TreeCheck {

    private final Repository repository;
    private final Findings findings;
    private final ProgressListener progress;

    TreeCheck(Repository repository, Findings findings, ProgressListener progress) {
        this.repository = repository;
        this.findings = findings;
        this.progress = progress;
    }

    void run(Collection<ObjectId> roots) throws IOException {
        new DistinctTreeWalker(repository).walk(roots, new Inspection(repository.index()));
    }

    /** Holds one inspector for each tree that is being read. */
    private final class Inspection implements DistinctTreeVisitor {

        private final Index index;
        private final Map<ObjectId, TreeInspector> inspectors = new ConcurrentHashMap<>();
        private final AtomicLong done = new AtomicLong();

        Inspection(Index index) {
            this.index = index;
        }

        @Override
        public void node(ObjectId tree, Node node) {
            inspector(tree).inspect(node);
        }

        @Override
        public void read(ObjectId tree) {
            finish(tree);
        }

        @Override
        public void unreadable(ObjectId tree, IOException reason) {
            if (!tree.equals(ObjectId.NULL)) {
                inspector(tree).problems().add(problem(tree, reason));
                finish(tree);
            }
        }

        private TreeProblem problem(ObjectId tree, IOException reason) {
            return index.contains(BlobHandle.tree(tree))
                    ? new TreeProblem.Unreadable(Reasons.of(reason))
                    : new TreeProblem.Missing();
        }

        private TreeInspector inspector(ObjectId tree) {
            return inspectors.computeIfAbsent(tree, _ -> new TreeInspector(index));
        }

        private void finish(ObjectId tree) {
            TreeInspector inspector = inspector(tree);
            inspectors.remove(tree);
            if (!inspector.problems().isEmpty()) {
                findings.add(new Finding.TreeDamaged(tree, List.copyOf(inspector.problems())));
            }
            if (!inspector.disorderedNames().isEmpty()) {
                findings.add(new Finding.TreeDisordered(tree, List.copyOf(inspector.disorderedNames())));
            }
            progress.on(new ProgressEvent.Step("trees", done.incrementAndGet(), 0));
        }
    }
}
