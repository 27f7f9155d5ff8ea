package dev.coffer.engine.rewrite;

import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.tree.Node;
import java.io.IOException;
import java.util.Optional;

/** What becomes of the nodes of a snapshot. Used by one thread. */
interface RewriteRule {

    /** What is to stand in place of a node, under the same name and of the same type; empty if it is to go. */
    Optional<Node> rewrite(String path, Node node);

    /** Whether a folder in which nothing is left stays. */
    boolean keepsEmpty(String path);

    /** Returns if an empty folder is to stand in place of one that cannot be read; else throws the reason. */
    void unreadable(String path, IOException reason) throws IOException;

    /**
     * A folder whose tree was not written as this program would write it, so that changing it loses something.
     *
     * @param changed whether anything in it is to be changed
     * @throws IOException if that must not be
     */
    void inexact(String path, boolean changed) throws IOException;

    /** What must be equal for two trees to be rewritten in the same way. */
    ObjectId key(String path, ObjectId tree);
}
