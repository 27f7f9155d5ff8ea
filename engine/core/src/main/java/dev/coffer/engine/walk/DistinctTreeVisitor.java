package dev.coffer.engine.walk;

import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.tree.Node;
import java.io.IOException;

/**
 * What a walk through distinct trees calls: on several threads at the same time, but those for one tree one after the other
 * on one thread. An exception ends the walk.
 */
public interface DistinctTreeVisitor {

    /** Whether to visit a tree, and what is below it; asked once for each. */
    default boolean wants(ObjectId tree) {
        return true;
    }

    /** A node of a tree, in stored order. */
    void node(ObjectId tree, Node node) throws IOException;

    /** All nodes of a tree were visited. */
    default void read(ObjectId tree) throws IOException {}

    /** A tree could not be loaded, or not be read to its end. The walk goes on unless this throws. */
    void unreadable(ObjectId tree, IOException reason) throws IOException;
}
