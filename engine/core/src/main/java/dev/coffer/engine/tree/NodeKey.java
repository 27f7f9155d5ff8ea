package dev.coffer.engine.tree;

import dev.coffer.engine.json.JsonNames;

/** The members of a node in a tree blob, in the order they are written. */
enum NodeKey {
    NAME("name"),
    TYPE("type"),
    MODE("mode"),
    MTIME("mtime"),
    ATIME("atime"),
    CTIME("ctime"),
    UID("uid"),
    GID("gid"),
    USER("user"),
    GROUP("group"),
    INODE("inode"),
    DEVICE_ID("device_id"),
    SIZE("size"),
    LINKS("links"),
    LINK_TARGET("linktarget"),
    LINK_TARGET_RAW("linktarget_raw"),
    EXTENDED_ATTRIBUTES("extended_attributes"),
    GENERIC_ATTRIBUTES("generic_attributes"),
    DEVICE("device"),
    CONTENT("content"),
    SUBTREE("subtree"),
    ERROR("error"),
    OTHER("");

    static final JsonNames<NodeKey> NAMES = JsonNames.of(OTHER, key -> key.label);

    final String label;

    NodeKey(String label) {
        this.label = label;
    }
}
