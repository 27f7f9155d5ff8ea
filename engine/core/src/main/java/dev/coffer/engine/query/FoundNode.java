package dev.coffer.engine.query;

import dev.coffer.engine.tree.Node;

/** A node and its path in the snapshot. */
public record FoundNode(String path, Node node) {}
