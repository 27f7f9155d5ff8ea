package dev.coffer.engine.browse;

import dev.coffer.engine.text.NativeString;
import dev.coffer.engine.tree.ExtendedAttribute;
import dev.coffer.engine.tree.FileMode;
import dev.coffer.engine.tree.Node;
import dev.coffer.engine.tree.NodeType;
import java.time.Instant;
import java.util.List;

/**
 * What {@code stat} tells of an entry.
 *
 * @param mode {@code st_mode} of POSIX, type included
 * @param size bytes of a file or of the target of a link
 * @param extended extended attributes, in the order they were listed
 */
public record Attributes(
        int mode,
        long uid,
        long gid,
        long size,
        long links,
        Instant mtime,
        Instant atime,
        Instant ctime,
        List<ExtendedAttribute> extended) {

    private static final int FIFO = 0010000;
    private static final int CHAR_DEVICE = 0020000;
    private static final int FOLDER = 0040000;
    private static final int BLOCK_DEVICE = 0060000;
    private static final int FILE = 0100000;
    private static final int LINK = 0120000;
    private static final int SOCKET = 0140000;

    public Attributes {
        extended = List.copyOf(extended);
    }

    /** Those of a folder that everybody may look into. */
    static Attributes folder(Owner owner, Instant time) {
        return new Attributes(FOLDER | 0555, owner.uid(), owner.gid(), 0, 1, time, time, time, List.of());
    }

    static Attributes link(Owner owner, String target, Instant time) {
        return new Attributes(LINK | 0777, owner.uid(), owner.gid(), bytes(target), 1, time, time, time, List.of());
    }

    static Attributes of(Node node, Owner owner) {
        long size = node.type() == NodeType.SYMLINK ? bytes(node.linkTarget()) : node.size();
        return new Attributes(
                type(node.type()) | FileMode.posixPermissions(node.mode()),
                owner.uid(),
                owner.gid(),
                size,
                Math.max(1, node.links()),
                node.mtime().toInstant(),
                node.atime().toInstant(),
                node.ctime().toInstant(),
                node.extendedAttributes());
    }

    private static long bytes(String target) {
        return NativeString.encode(target).length;
    }

    private static int type(NodeType type) {
        return switch (type) {
            case FILE, IRREGULAR, UNKNOWN -> FILE;
            case DIR -> FOLDER;
            case SYMLINK -> LINK;
            case DEV -> BLOCK_DEVICE;
            case CHARDEV -> CHAR_DEVICE;
            case FIFO -> FIFO;
            case SOCKET -> SOCKET;
        };
    }
}
