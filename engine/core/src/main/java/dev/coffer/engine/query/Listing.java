package dev.coffer.engine.query;

import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.tree.Node;
import dev.coffer.engine.tree.NodeType;
import dev.coffer.engine.walk.TreeVisitor;
import dev.coffer.engine.walk.TreeWalker;
import java.io.IOException;

/** Lists the files and folders of a tree. */
public final class Listing {

    private final TreeWalker walker;
    private final ListingScope scope;

    /** A listing of a repository whose index is loaded. */
    public Listing(Repository repository, ListingScope scope) {
        this.walker = new TreeWalker(repository);
        this.scope = scope;
    }

    public void list(ObjectId root, ListingReceiver receiver) throws IOException {
        walker.walk(root, new Visitor(receiver));
    }

    private final class Visitor implements TreeVisitor {

        private final ListingReceiver receiver;

        Visitor(ListingReceiver receiver) {
            this.receiver = receiver;
        }

        @Override
        public Descent node(String path, Node node) throws IOException {
            FoundNode found = new FoundNode(path, node);
            boolean held = scope.holds(path);
            boolean leading = scope.leadsTo(path);
            if (held) {
                receiver.listed(found);
            } else if (leading) {
                receiver.passed(found);
            }
            if (leading || (held && scope.recursive())) {
                return Descent.ENTER;
            }
            if (held && node.type() == NodeType.DIR) {
                receiver.left(found);
            }
            return Descent.SKIP;
        }

        @Override
        public void leave(String path, Node directory) throws IOException {
            receiver.left(new FoundNode(path, directory));
        }
    }
}
