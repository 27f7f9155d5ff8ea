package dev.coffer.engine.tree;

import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.json.GoTime;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes {@link Node}s; see there for the meaning of the parts. What is not set is empty, zero, or Go's zero time. */
public final class NodeBuilder {

    private String name;
    private NodeType type;
    private int mode;
    private OffsetDateTime mtime = GoTime.ZERO;
    private OffsetDateTime atime = GoTime.ZERO;
    private OffsetDateTime ctime = GoTime.ZERO;
    private long uid;
    private long gid;
    private String user = "";
    private String group = "";
    private long inode;
    private long deviceId;
    private long size;
    private long links;
    private String linkTarget = "";
    private @Nullable String linkTargetRaw;
    private List<ExtendedAttribute> extendedAttributes = List.of();
    private SortedMap<String, String> genericAttributes = Collections.emptySortedMap();
    private long device;
    private @Nullable List<ObjectId> content;
    private @Nullable ObjectId subtree;
    private String error = "";

    NodeBuilder(String name, NodeType type) {
        this.name = name;
        this.type = type;
    }

    NodeBuilder(Node node) {
        name = node.name();
        type = node.type();
        mode = node.mode();
        mtime = node.mtime();
        atime = node.atime();
        ctime = node.ctime();
        uid = node.uid();
        gid = node.gid();
        user = node.user();
        group = node.group();
        inode = node.inode();
        deviceId = node.deviceId();
        size = node.size();
        links = node.links();
        linkTarget = node.linkTarget();
        extendedAttributes = node.extendedAttributes();
        genericAttributes = node.genericAttributes();
        device = node.device();
        content = node.content();
        subtree = node.subtree();
        error = node.error();
    }

    public Node build() {
        return new Node(
                name,
                type,
                mode,
                mtime,
                atime,
                ctime,
                uid,
                gid,
                user,
                group,
                inode,
                deviceId,
                size,
                links,
                linkTargetRaw != null ? linkTargetRaw : linkTarget,
                extendedAttributes,
                genericAttributes,
                device,
                content,
                subtree,
                error);
    }

    public NodeBuilder name(String newValue) {
        name = newValue;
        return this;
    }

    public NodeBuilder type(NodeType newValue) {
        type = newValue;
        return this;
    }

    public NodeBuilder mode(int newValue) {
        mode = newValue;
        return this;
    }

    public NodeBuilder mtime(OffsetDateTime newValue) {
        mtime = newValue;
        return this;
    }

    public NodeBuilder atime(OffsetDateTime newValue) {
        atime = newValue;
        return this;
    }

    public NodeBuilder ctime(OffsetDateTime newValue) {
        ctime = newValue;
        return this;
    }

    public NodeBuilder uid(long newValue) {
        uid = newValue;
        return this;
    }

    public NodeBuilder gid(long newValue) {
        gid = newValue;
        return this;
    }

    public NodeBuilder user(String newValue) {
        user = newValue;
        return this;
    }

    public NodeBuilder group(String newValue) {
        group = newValue;
        return this;
    }

    public NodeBuilder inode(long newValue) {
        inode = newValue;
        return this;
    }

    public NodeBuilder deviceId(long newValue) {
        deviceId = newValue;
        return this;
    }

    public NodeBuilder size(long newValue) {
        size = newValue;
        return this;
    }

    public NodeBuilder links(long newValue) {
        links = newValue;
        return this;
    }

    public NodeBuilder linkTarget(String newValue) {
        linkTarget = newValue;
        return this;
    }

    /** The target by its bytes, which counts more than its text, whichever comes first. */
    NodeBuilder linkTargetRaw(String newValue) {
        linkTargetRaw = newValue;
        return this;
    }

    public NodeBuilder extendedAttributes(List<ExtendedAttribute> newValue) {
        extendedAttributes = List.copyOf(newValue);
        return this;
    }

    public NodeBuilder genericAttributes(SortedMap<String, String> newValue) {
        genericAttributes = Collections.unmodifiableSortedMap(new TreeMap<>(newValue));
        return this;
    }

    public NodeBuilder device(long newValue) {
        device = newValue;
        return this;
    }

    public NodeBuilder content(List<ObjectId> newValue) {
        content = List.copyOf(newValue);
        return this;
    }

    public NodeBuilder subtree(ObjectId newValue) {
        subtree = newValue;
        return this;
    }

    public NodeBuilder error(String newValue) {
        error = newValue;
        return this;
    }
}
