package dev.coffer.engine.source;

/** What the access time of a node says. */
public enum AccessTimes {
    /** The time of the last access. */
    RECORDED,
    /** The time of the last change of the content, so that reading a file does not change its node. */
    SAME_AS_CHANGE
}
