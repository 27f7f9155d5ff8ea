package dev.coffer.engine.tree;

import dev.coffer.engine.json.JsonNames;

/** What a node of a tree stands for. */
public enum NodeType {
    FILE("file"),
    DIR("dir"),
    SYMLINK("symlink"),
    /** A block device. */
    DEV("dev"),
    CHARDEV("chardev"),
    FIFO("fifo"),
    SOCKET("socket"),
    IRREGULAR("irregular"),
    /** A type this program does not know; such nodes are reported and otherwise left alone. */
    UNKNOWN("");

    static final JsonNames<NodeType> LABELS = JsonNames.of(UNKNOWN, NodeType::label);

    private final String label;

    NodeType(String label) {
        this.label = label;
    }

    /** The name used in tree blobs. */
    public String label() {
        return label;
    }
}
