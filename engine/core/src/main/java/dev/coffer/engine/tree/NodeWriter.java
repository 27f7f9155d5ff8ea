package dev.coffer.engine.tree;

import static dev.coffer.engine.json.GoTime.clampYear;

import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.json.JsonWriter;
import dev.coffer.engine.text.NativeString;
import java.util.List;

/** Writes nodes byte for byte as restic does: order of members, and which of them are left out when empty. */
final class NodeWriter {

    private final JsonWriter json;

    NodeWriter(JsonWriter json) {
        this.json = json;
    }

    void write(Node node) {
        json.beginObject();
        name(NodeKey.NAME).value(GoQuote.quote(node.name()));
        name(NodeKey.TYPE).value(node.type().label());
        number(NodeKey.MODE, Integer.toUnsignedLong(node.mode()));
        name(NodeKey.MTIME).value(clampYear(node.mtime()));
        name(NodeKey.ATIME).value(clampYear(node.atime()));
        name(NodeKey.CTIME).value(clampYear(node.ctime()));
        name(NodeKey.UID).value(node.uid());
        name(NodeKey.GID).value(node.gid());
        text(NodeKey.USER, node.user());
        text(NodeKey.GROUP, node.group());
        number(NodeKey.INODE, node.inode());
        number(NodeKey.DEVICE_ID, node.deviceId());
        number(NodeKey.SIZE, node.size());
        number(NodeKey.LINKS, node.links());
        linkTarget(node.linkTarget());
        extendedAttributes(node.extendedAttributes());
        genericAttributes(node);
        number(NodeKey.DEVICE, node.device());
        content(node);
        subtree(node);
        text(NodeKey.ERROR, node.error());
        json.endObject();
    }

    private JsonWriter name(NodeKey key) {
        return json.name(key.label);
    }

    private void number(NodeKey key, long unsigned) {
        if (unsigned != 0) {
            name(key).valueUnsigned(unsigned);
        }
    }

    private void text(NodeKey key, String text) {
        if (!text.isEmpty()) {
            name(key).value(text);
        }
    }

    private void linkTarget(String target) {
        text(NodeKey.LINK_TARGET, target);
        if (!NativeString.isValid(target)) {
            name(NodeKey.LINK_TARGET_RAW).valueBase64(NativeString.encode(target));
        }
    }

    private void extendedAttributes(List<ExtendedAttribute> attributes) {
        if (!attributes.isEmpty()) {
            name(NodeKey.EXTENDED_ATTRIBUTES).beginArray();
            for (ExtendedAttribute attribute : attributes) {
                json.beginObject().name("name").value(attribute.name());
                json.name("value").valueBase64(attribute.value()).endObject();
            }
            json.endArray();
        }
    }

    private void genericAttributes(Node node) {
        if (!node.genericAttributes().isEmpty()) {
            name(NodeKey.GENERIC_ATTRIBUTES).beginObject();
            node.genericAttributes().forEach((name, value) -> json.name(name).raw(value));
            json.endObject();
        }
    }

    private void content(Node node) {
        List<ObjectId> content = node.content();
        name(NodeKey.CONTENT);
        if (content == null) {
            json.nullValue();
            return;
        }
        json.beginArray();
        content.forEach(this::id);
        json.endArray();
    }

    private void subtree(Node node) {
        ObjectId subtree = node.subtree();
        if (subtree != null) {
            name(NodeKey.SUBTREE);
            id(subtree);
        }
    }

    private void id(ObjectId id) {
        json.valueHex(id.w0(), id.w1(), id.w2(), id.w3());
    }
}
