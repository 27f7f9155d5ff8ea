package dev.coffer.engine.query;

import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.filter.PatternList;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.tree.Node;
import dev.coffer.engine.walk.TreeVisitor;
import dev.coffer.engine.walk.TreeWalker;
import java.io.IOException;
import java.time.Instant;

/**
 * Searches trees for nodes whose paths match a pattern and that were last modified within a range of time. Safe for use by
 * any number of threads.
 */
public final class NameSearch {

    private final TreeWalker walker;
    private final PatternList patterns;
    private final ModificationRange range;

    /**
     * When a node must have been modified, both ends included.
     *
     * @param oldest {@link Instant#MIN} for no limit
     * @param newest {@link Instant#MAX} for no limit
     */
    public record ModificationRange(Instant oldest, Instant newest) {

        public static final ModificationRange ANY = new ModificationRange(Instant.MIN, Instant.MAX);

        boolean holds(Instant time) {
            return !time.isBefore(oldest) && !time.isAfter(newest);
        }
    }

    /** Takes what is found in the order of the tree. */
    public interface Receiver {
        void found(FoundNode found) throws IOException;

        /** A folder that could not be searched. */
        void unreadable(String path, IOException reason) throws IOException;
    }

    /** A search in a repository whose index is loaded. */
    public NameSearch(Repository repository, PatternList patterns, ModificationRange range) {
        this.walker = new TreeWalker(repository);
        this.patterns = patterns;
        this.range = range;
    }

    public void search(ObjectId root, Receiver receiver) throws IOException {
        walker.walk(root, new Visitor(receiver));
    }

    private final class Visitor implements TreeVisitor {

        private final Receiver receiver;

        Visitor(Receiver receiver) {
            this.receiver = receiver;
        }

        @Override
        public Descent node(String path, Node node) throws IOException {
            PatternList.Selection selection = patterns.test(path);
            if (selection.matches() && range.holds(node.mtime().toInstant())) {
                receiver.found(new FoundNode(path, node));
            }
            return selection.mayMatchBelow() ? Descent.ENTER : Descent.SKIP;
        }

        @Override
        public void unreadable(String path, IOException reason) throws IOException {
            receiver.unreadable(path, reason);
        }
    }
}
