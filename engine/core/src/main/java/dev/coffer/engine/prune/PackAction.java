package dev.coffer.engine.prune;

/** What a prune does with a pack. */
public enum PackAction {
    /** It stays as it is. */
    KEEP,
    /** Its needed blobs are copied into new packs, then it is removed. */
    REPACK,
    /** It is removed from the index, then from the store. */
    REMOVE,
    /** It is removed from the store; no index lists it. */
    REMOVE_UNINDEXED,
    /** It is removed from the index; it is not in the store. */
    DROP_FROM_INDEX
}
