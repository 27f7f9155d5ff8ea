package dev.coffer.engine.tree;

import java.io.IOException;

/** A node that cannot follow the one before it: names must ascend, and no two nodes may share one. */
public final class UnorderedNode extends IOException {
    UnorderedNode(String message) {
        super(message);
    }
}
