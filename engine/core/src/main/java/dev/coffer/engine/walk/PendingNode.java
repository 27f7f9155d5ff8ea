package dev.coffer.engine.walk;

import dev.coffer.engine.tree.Node;
import java.util.Optional;

/** A node that was read and not visited yet; of a directory, the tree may be on its way. */
final class PendingNode {

    private final Node node;
    private final TreesAhead ahead;
    private Optional<PromisedTree> loading = Optional.empty();

    PendingNode(Node node, TreesAhead ahead) {
        this.node = node;
        this.ahead = ahead;
    }

    Node node() {
        return node;
    }

    /** Has the tree loaded; returns whether it is on its way now. */
    boolean loadAhead() {
        if (loading.isEmpty()) {
            loading = Optional.ofNullable(node.subtree()).flatMap(ahead::start);
        }
        return loading.isPresent();
    }

    /** The tree of a directory; empty if the node does not name it. */
    Optional<PromisedTree> subtree() {
        return loading.isPresent()
                ? loading
                : Optional.ofNullable(node.subtree()).flatMap(ahead::promise);
    }

    void discard() {
        loading.ifPresent(PromisedTree::discard);
    }
}
