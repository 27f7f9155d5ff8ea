package dev.coffer.cli;

import dev.coffer.engine.query.FoundNode;
import dev.coffer.engine.text.Quantities;
import dev.coffer.engine.tree.FileMode;
import dev.coffer.engine.tree.Node;
import dev.coffer.engine.tree.NodeType;

/** A node on one line, as {@code ls} and {@code find} show it. */
enum NodeLine {
    PATH,
    LONG,
    LONG_HUMAN_READABLE;

    static NodeLine of(boolean longFormat, boolean humanReadable) {
        if (!longFormat) {
            return PATH;
        }
        return humanReadable ? LONG_HUMAN_READABLE : LONG;
    }

    String of(FoundNode found) {
        Node node = found.node();
        return switch (this) {
            case PATH -> found.path();
            case LONG -> line(found, String.format(Quantities.DIGITS, "%6s", Long.toUnsignedString(node.size())));
            case LONG_HUMAN_READABLE -> line(found, Texts.bytes(node.size()));
        };
    }

    private static String line(FoundNode found, String size) {
        Node node = found.node();
        String target = node.type() == NodeType.SYMLINK ? " -> " + node.linkTarget() : "";
        String columns = String.format(
                Quantities.DIGITS,
                "%s %5d %5d %s %s ",
                mode(node),
                node.uid(),
                node.gid(),
                size,
                Texts.time(node.mtime()));
        return columns + found.path() + target;
    }

    /** The type is repeated in the mode, but not by all programs that write repositories. */
    private static String mode(Node node) {
        int type = switch (node.type()) {
            case DIR -> FileMode.DIR;
            case SYMLINK -> FileMode.SYMLINK;
            case DEV -> FileMode.DEVICE;
            case CHARDEV -> FileMode.DEVICE | FileMode.CHAR_DEVICE;
            case FIFO -> FileMode.NAMED_PIPE;
            case SOCKET -> FileMode.SOCKET;
            case FILE, IRREGULAR, UNKNOWN -> 0;
        };
        return FileMode.text(node.mode() | type);
    }
}
