package dev.coffer.engine.query;

import dev.coffer.engine.tree.ExtendedAttribute;
import dev.coffer.engine.tree.Node;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;

/** Whether two nodes say the same. Times are compared as instants, whatever their offset; attributes in any order. */
final class NodeEquality {

    private NodeEquality() {}

    static boolean everything(Node a, Node b) {
        return apartFromContent(a, b) && Objects.equals(a.content(), b.content());
    }

    static boolean apartFromContent(Node a, Node b) {
        return sameIdentity(a, b)
                && sameTimes(a, b)
                && sameOwner(a, b)
                && a.size() == b.size()
                && Objects.equals(a.subtree(), b.subtree())
                && sameAttributes(a.extendedAttributes(), b.extendedAttributes())
                && a.genericAttributes().equals(b.genericAttributes())
                && a.error().equals(b.error());
    }

    private static boolean sameIdentity(Node a, Node b) {
        return a.name().equals(b.name())
                && a.type() == b.type()
                && a.mode() == b.mode()
                && a.inode() == b.inode()
                && a.deviceId() == b.deviceId()
                && a.links() == b.links()
                && a.linkTarget().equals(b.linkTarget())
                && a.device() == b.device();
    }

    private static boolean sameTimes(Node a, Node b) {
        return a.mtime().isEqual(b.mtime())
                && a.atime().isEqual(b.atime())
                && a.ctime().isEqual(b.ctime());
    }

    private static boolean sameOwner(Node a, Node b) {
        return a.uid() == b.uid()
                && a.gid() == b.gid()
                && a.user().equals(b.user())
                && a.group().equals(b.group());
    }

    private static boolean sameAttributes(List<ExtendedAttribute> a, List<ExtendedAttribute> b) {
        return a.size() == b.size() && new HashSet<>(a).equals(new HashSet<>(b));
    }
}
