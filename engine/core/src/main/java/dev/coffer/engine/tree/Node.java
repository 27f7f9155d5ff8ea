package dev.coffer.engine.tree;

import dev.coffer.engine.blob.ObjectId;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a directory, as restic stores it (repository format, "Trees").
 *
 * <p>Strings that come from the file system (name, link target, attribute names) carry arbitrary bytes: bytes that are not
 * valid UTF-8 appear as lone surrogates U+DC80…U+DCFF, see {@link dev.coffer.engine.text.NativeString}.
 *
 * @param name the plain file name, without any escaping
 * @param mode Go's {@code os.FileMode}: type and set-id bits at the top, permissions in the low nine bits; unsigned
 * @param uid numeric owner, unsigned 32 bits
 * @param gid numeric group, unsigned 32 bits
 * @param user owner's name, empty when unknown
 * @param group group's name, empty when unknown
 * @param inode unsigned
 * @param deviceId device that holds the file, unsigned
 * @param size of a file: number of bytes, unsigned
 * @param links number of hard links, 0 when not recorded
 * @param linkTarget of a symbolic link, otherwise empty
 * @param extendedAttributes in the order the system listed them
 * @param genericAttributes attributes of other systems (Windows): name to raw JSON value
 * @param device of a device node: its device number
 * @param content of a file: ids of its data blobs in order; null for everything else, and for damaged file nodes
 * @param subtree of a directory: id of its tree blob; null for everything else, and for damaged directory nodes
 * @param error a message that old versions stored; empty otherwise
 */
public record Node(
        String name,
        NodeType type,
        int mode,
        OffsetDateTime mtime,
        OffsetDateTime atime,
        OffsetDateTime ctime,
        long uid,
        long gid,
        String user,
        String group,
        long inode,
        long deviceId,
        long size,
        long links,
        String linkTarget,
        List<ExtendedAttribute> extendedAttributes,
        SortedMap<String, String> genericAttributes,
        long device,
        @Nullable List<ObjectId> content,
        @Nullable ObjectId subtree,
        String error) {

    public static NodeBuilder builder(String name, NodeType type) {
        return new NodeBuilder(name, type);
    }

    /** A builder that holds the parts of this node. */
    public NodeBuilder toBuilder() {
        return new NodeBuilder(this);
    }

    /** The node with other content; {@code newSize} is the number of bytes in it. */
    public Node withContent(List<ObjectId> newContent, long newSize) {
        return toBuilder().content(newContent).size(newSize).build();
    }

    public Node withSubtree(ObjectId newSubtree) {
        return toBuilder().subtree(newSubtree).build();
    }

    public Node withName(String newName) {
        return toBuilder().name(newName).build();
    }

    /** Whether the name is that of an entry of this very directory, so that it can be created nowhere else. */
    public boolean hasPlainName() {
        return !name.isEmpty()
                && !".".equals(name)
                && !"..".equals(name)
                && name.indexOf('/') < 0
                && name.indexOf('\0') < 0;
    }

    /**
     * As all components say, like any record. It is written out since every entry of every backup is compared with that of its
     * parent: what the compiler generates is a chain of method handles, which costs tens of milliseconds to get going.
     */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Node node
                && hasIdentityOf(node)
                && hasTimesOf(node)
                && hasOwnersOf(node)
                && Objects.equals(content, node.content)
                && Objects.equals(subtree, node.subtree)
                && extendedAttributes.equals(node.extendedAttributes)
                && genericAttributes.equals(node.genericAttributes);
    }

    private boolean hasIdentityOf(Node node) {
        return name.equals(node.name)
                && type == node.type
                && mode == node.mode
                && inode == node.inode
                && deviceId == node.deviceId
                && size == node.size
                && links == node.links
                && linkTarget.equals(node.linkTarget)
                && device == node.device
                && error.equals(node.error);
    }

    private boolean hasTimesOf(Node node) {
        return mtime.equals(node.mtime) && atime.equals(node.atime) && ctime.equals(node.ctime);
    }

    private boolean hasOwnersOf(Node node) {
        return uid == node.uid && gid == node.gid && user.equals(node.user) && group.equals(node.group);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, type, inode, deviceId, size, mtime, content, subtree);
    }
}
