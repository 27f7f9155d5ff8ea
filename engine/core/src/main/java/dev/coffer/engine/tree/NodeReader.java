package dev.coffer.engine.tree;

import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.json.JsonReader;
import dev.coffer.engine.json.MalformedJson;
import dev.coffer.engine.text.NativeString;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads nodes of restic and of rustic: members in any order, null or missing members where restic has none, unknown members
 * skipped.
 */
final class NodeReader {

    private static final long MAX_32_BITS = 0xFFFF_FFFFL;

    private final JsonReader json;
    private final long[] idWords = new long[4];

    NodeReader(JsonReader json) {
        this.json = json;
    }

    Node read() throws MalformedJson {
        NodeBuilder node = new NodeBuilder("", NodeType.UNKNOWN);
        json.beginObject();
        while (json.hasNext()) {
            NodeKey key = json.nextName(NodeKey.NAMES);
            if (json.isNull()) {
                json.nextNull();
            } else {
                member(key, node);
            }
        }
        json.endObject();
        return node.build();
    }

    private void member(NodeKey key, NodeBuilder node) throws MalformedJson {
        switch (key) {
            case NAME -> node.name(name());
            case TYPE -> node.type(json.nextString(NodeType.LABELS));
            case MODE -> node.mode((int) unsigned32());
            case MTIME -> node.mtime(json.nextTime());
            case ATIME -> node.atime(json.nextTime());
            case CTIME -> node.ctime(json.nextTime());
            case UID -> node.uid(unsigned32());
            case GID -> node.gid(unsigned32());
            case USER -> node.user(json.nextString());
            case GROUP -> node.group(json.nextString());
            case INODE -> node.inode(json.nextUnsignedLong());
            case DEVICE_ID -> node.deviceId(json.nextUnsignedLong());
            case SIZE -> node.size(json.nextUnsignedLong());
            case LINKS -> node.links(json.nextUnsignedLong());
            case LINK_TARGET -> node.linkTarget(json.nextString());
            case LINK_TARGET_RAW -> node.linkTargetRaw(NativeString.decode(json.nextBase64()));
            case EXTENDED_ATTRIBUTES -> node.extendedAttributes(extendedAttributes());
            case GENERIC_ATTRIBUTES -> node.genericAttributes(genericAttributes());
            case DEVICE -> node.device(json.nextUnsignedLong());
            case CONTENT -> node.content(content());
            case SUBTREE -> node.subtree(id());
            case ERROR -> node.error(json.nextString());
            case OTHER -> json.skipValue();
        }
    }

    private String name() throws MalformedJson {
        String quoted = json.nextString();
        try {
            return GoQuote.unquote(quoted);
        } catch (IllegalArgumentException e) {
            MalformedJson malformed = json.malformed("a name with wrong escaping");
            malformed.initCause(e);
            throw malformed;
        }
    }

    private long unsigned32() throws MalformedJson {
        long value = json.nextUnsignedLong();
        if ((value & ~MAX_32_BITS) != 0) {
            throw json.malformed("expected a whole number of 32 bits");
        }
        return value;
    }

    private List<ExtendedAttribute> extendedAttributes() throws MalformedJson {
        List<ExtendedAttribute> attributes = new ArrayList<>();
        json.beginArray();
        while (json.hasNext()) {
            attributes.add(extendedAttribute());
        }
        json.endArray();
        return attributes;
    }

    private ExtendedAttribute extendedAttribute() throws MalformedJson {
        String name = "";
        byte[] value = {};
        json.beginObject();
        while (json.hasNext()) {
            String key = json.nextName();
            if (json.isNull()) {
                json.nextNull();
            } else if ("name".equals(key)) {
                name = json.nextString();
            } else if ("value".equals(key)) {
                value = json.nextBase64();
            } else {
                json.skipValue();
            }
        }
        json.endObject();
        return new ExtendedAttribute(name, value);
    }

    private SortedMap<String, String> genericAttributes() throws MalformedJson {
        SortedMap<String, String> attributes = new TreeMap<>();
        json.beginObject();
        while (json.hasNext()) {
            attributes.put(json.nextName(), json.nextRaw());
        }
        json.endObject();
        return attributes;
    }

    private List<ObjectId> content() throws MalformedJson {
        List<ObjectId> content = new ArrayList<>();
        json.beginArray();
        while (json.hasNext()) {
            content.add(id());
        }
        json.endArray();
        return content;
    }

    private ObjectId id() throws MalformedJson {
        json.nextHex(idWords);
        return new ObjectId(idWords[0], idWords[1], idWords[2], idWords[3]);
    }
}
