package dev.coffer.engine.restore;

import dev.coffer.engine.tree.Node;
import dev.coffer.engine.tree.NodeType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Which of the files that were one file on the source is restored with content. For one thread at a time. */
final class HardLinks {

    private final Map<Key, String> first = new HashMap<>();

    /** Content is part of the identity: an inode number may have been used again while the backup ran. */
    private record Key(long device, long inode, long size, int content) {

        static Key of(Node node) {
            int content = Objects.requireNonNullElse(node.content(), List.of()).hashCode();
            return new Key(node.deviceId(), node.inode(), node.size(), content);
        }
    }

    private static boolean linked(Node node) {
        return node.type() == NodeType.FILE && Long.compareUnsigned(node.links(), 1) > 0 && node.inode() != 0;
    }

    /** Notes a file; the first of several is the one with the content. */
    void add(String path, Node node) {
        if (linked(node)) {
            first.putIfAbsent(Key.of(node), path);
        }
    }

    /** The file that this one is to become a further link to; empty if it has content of its own. */
    Optional<String> original(String path, Node node) {
        return linked(node)
                ? Optional.ofNullable(first.get(Key.of(node))).filter(original -> !original.equals(path))
                : Optional.empty();
    }
}
