package dev.coffer.engine.archive;

import dev.coffer.engine.tree.Node;
import java.util.Optional;

/** One thing that the walk passes, depth first and in the order of trees. */
sealed interface TreeStep {

    /**
     * A folder begins; what follows is in it.
     *
     * @param path in the snapshot
     * @param folder its node, without subtree
     * @param previous its node in the parent snapshot
     */
    record Enter(String path, Node folder, Optional<Node> previous, long startedNanos) implements TreeStep {}

    /** Something that is complete. */
    record Leaf(Node node) implements TreeStep {}

    /** A file that is being read. */
    record File(PendingFile file) implements TreeStep {}

    /** The folder entered last is complete. */
    record Leave() implements TreeStep {}
}
