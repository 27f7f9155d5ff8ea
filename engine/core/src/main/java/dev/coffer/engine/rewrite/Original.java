package dev.coffer.engine.rewrite;

/** What becomes of a snapshot once there is another one made from it. */
public enum Original {
    /** It stays, and the new one gets a tag that tells it apart. */
    KEPT,
    REMOVED
}
