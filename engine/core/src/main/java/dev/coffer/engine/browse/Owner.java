package dev.coffer.engine.browse;

import dev.coffer.engine.tree.Node;

/** Numeric user and group. */
public record Owner(long uid, long gid) {

    public static final Owner ROOT = new Owner(0, 0);

    static Owner of(Node node) {
        return new Owner(node.uid(), node.gid());
    }
}
