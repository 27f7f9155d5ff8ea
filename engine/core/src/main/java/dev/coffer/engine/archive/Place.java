package dev.coffer.engine.archive;

import dev.coffer.engine.source.SourceEntry;
import dev.coffer.engine.tree.Node;
import java.util.Optional;

/**
 * An entry of the source and its counterpart in the parent snapshot.
 *
 * @param path in the snapshot
 * @param earlier what the parent has there
 */
record Place(SourceEntry entry, String path, TreeStep.Earlier earlier) {

    Optional<Node> previous() {
        return earlier.node();
    }

    TreeStep.Leaf leaf(Node node) {
        return new TreeStep.Leaf(node, earlier.positionIfSame(node));
    }
}
