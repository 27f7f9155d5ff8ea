package dev.coffer.engine.walk;

import dev.coffer.engine.tree.Node;
import java.io.IOException;

/** What a walk through a tree calls, always on the thread that walks. An exception ends the walk. */
public interface TreeVisitor {

    /** Whether the walk goes into a directory. */
    enum Descent {
        ENTER,
        SKIP
    }

    /**
     * A node, before anything in it.
     *
     * @param path of the node; its name is joined as it is, however odd (see {@link Node#hasPlainName()})
     * @return whether to go in; of no effect unless it is a directory
     */
    Descent node(String path, Node node) throws IOException;

    /**
     * A node whose name an earlier node of the same tree has already, which no sound tree holds. Treated like any other
     * unless overridden.
     */
    default Descent repeated(String path, Node node) throws IOException {
        return node(path, node);
    }

    /** A directory the walk went into, after everything in it, also when its tree was unreadable. */
    default void leave(String path, Node directory) throws IOException {}

    /**
     * The tree of a directory could not be loaded, or not be read to its end. The walk goes on behind that directory, unless
     * this throws, as it does when not overridden.
     *
     * @param path of the directory, {@code /} for the root
     */
    default void unreadable(String path, IOException reason) throws IOException {
        throw reason;
    }
}
