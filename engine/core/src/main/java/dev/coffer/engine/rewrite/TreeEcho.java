package dev.coffer.engine.rewrite;

import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.tree.Node;
import dev.coffer.engine.tree.TreeWriter;
import dev.coffer.engine.tree.UnorderedNode;
import java.security.MessageDigest;

/** Writes a tree again as it was read, to nowhere, to see whether it comes out the same. For one thread. */
final class TreeEcho {

    private static final int PART_BYTES = 64 << 10;

    private final MessageDigest digest = ObjectId.newDigest();
    private final TreeWriter text = new TreeWriter();
    private boolean failed;

    /** Takes the next node. */
    void add(Node node) {
        try {
            text.add(node);
        } catch (UnorderedNode _) {
            failed = true;
        }
        if (text.length() >= PART_BYTES) {
            move();
        }
    }

    private void move() {
        digest.update(text.buffer(), 0, text.length());
        text.drain();
    }

    /** Whether all nodes so far make up this very tree; to be asked once. */
    boolean is(ObjectId tree) {
        text.end();
        move();
        return ObjectId.fromDigest(digest).equals(tree) && !failed;
    }
}
