package dev.coffer.engine.archive;

import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.tree.Node;
import java.util.Optional;

/** One thing that the walk passes, depth first and in the order of trees. */
sealed interface TreeStep {

    /** Instead of a place in the parent's tree. */
    long NOWHERE = -1;

    /**
     * A folder begins; what follows is in it.
     *
     * @param path in the snapshot
     * @param folder its node, without subtree
     */
    record Enter(String path, Node folder, Earlier earlier, long startedNanos) implements TreeStep {}

    /**
     * What the parent snapshot has in the place of something.
     *
     * @param node the entry there, if there is one
     * @param tree the tree of a folder, if that may be used again
     * @param position how many entries the parent has before it, in the folder that it is in
     */
    record Earlier(Optional<Node> node, Optional<ObjectId> tree, long position) {

        /** Its position, if it is just the same; otherwise {@link #NOWHERE}. */
        long positionIfSame(Node now) {
            return now.equals(node.orElse(null)) ? position : NOWHERE;
        }
    }

    /**
     * Something that is complete.
     *
     * @param position how many entries the parent has before the same node; {@link #NOWHERE} if it does not have that
     */
    record Leaf(Node node, long position) implements TreeStep {}

    /** A file that is being read. */
    record File(PendingFile file) implements TreeStep {}

    /**
     * The folder entered last is complete.
     *
     * @param earlierEntries how many the parent has in it; {@link #NOWHERE} if that is not known
     */
    record Leave(long earlierEntries) implements TreeStep {}
}
