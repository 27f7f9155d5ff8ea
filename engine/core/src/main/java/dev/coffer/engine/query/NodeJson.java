package dev.coffer.engine.query;

import dev.coffer.engine.json.JsonWriter;
import dev.coffer.engine.text.NativeString;
import dev.coffer.engine.tree.FileMode;
import dev.coffer.engine.tree.Node;
import dev.coffer.engine.tree.NodeType;

/** Nodes as restic's {@code ls} and {@code find} print them; each has members of its own. */
public final class NodeJson {

    private NodeJson() {}

    /** The object that {@code ls} prints on a line of its own. */
    public static void writeListed(FoundNode found, JsonWriter json) {
        Node node = found.node();
        json.beginObject();
        json.name("name").value(node.name());
        json.name("type").value(node.type().label());
        json.name("path").value(found.path());
        json.name("uid").value(node.uid());
        json.name("gid").value(node.gid());
        if (node.type() == NodeType.FILE) {
            json.name("size").valueUnsigned(node.size());
        }
        writeUnlessZero("mode", Integer.toUnsignedLong(node.mode()), json);
        json.name("permissions").value(FileMode.text(node.mode()));
        writeTimes(node, json);
        writeUnlessZero("inode", node.inode(), json);
        json.name("message_type").value("node");
        json.name("struct_type").value("node");
        json.endObject();
    }

    /** The object that {@code find} prints in a list of matches. */
    public static void writeMatch(FoundNode found, JsonWriter json) {
        Node node = found.node();
        json.beginObject();
        json.name("path").value(found.path());
        json.name("permissions").value(FileMode.text(node.mode()));
        json.name("type").value(node.type().label());
        writeUnlessZero("mode", Integer.toUnsignedLong(node.mode()), json);
        writeTimes(node, json);
        json.name("uid").value(node.uid());
        json.name("gid").value(node.gid());
        writeUnlessEmpty("user", node.user(), json);
        writeUnlessEmpty("group", node.group(), json);
        writeUnlessZero("inode", node.inode(), json);
        writeUnlessZero("device_id", node.deviceId(), json);
        writeUnlessZero("size", node.size(), json);
        writeUnlessZero("links", node.links(), json);
        writeUnlessEmpty("linktarget", node.linkTarget(), json);
        if (!NativeString.isValid(node.linkTarget())) {
            json.name("linktarget_raw").valueBase64(NativeString.encode(node.linkTarget()));
        }
        writeUnlessEmpty("error", node.error(), json);
        json.endObject();
    }

    private static void writeTimes(Node node, JsonWriter json) {
        json.name("mtime").value(node.mtime());
        json.name("atime").value(node.atime());
        json.name("ctime").value(node.ctime());
    }

    private static void writeUnlessZero(String name, long unsigned, JsonWriter json) {
        if (unsigned != 0) {
            json.name(name).valueUnsigned(unsigned);
        }
    }

    private static void writeUnlessEmpty(String name, String text, JsonWriter json) {
        if (!text.isEmpty()) {
            json.name(name).value(text);
        }
    }
}
