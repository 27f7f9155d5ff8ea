package dev.coffer.engine.prune;

/** Why a prune does what it does with a pack. */
public enum PackReason {
    /** Everything in it is needed. */
    FULLY_USED(PackAction.KEEP),
    /** It holds nothing but data, and only packs that a cache may hold were to be rewritten. */
    NOT_CACHEABLE(PackAction.KEEP),
    /** It is small, but so are too few others to make joining them worthwhile. */
    FEW_SMALL(PackAction.KEEP),
    /** Something in it is not needed, but all that stays of this kind is no more than may stay. */
    TOLERATED(PackAction.KEEP),
    /** It should be rewritten, but that would be more than is to be rewritten. */
    REPACK_LIMIT(PackAction.KEEP),
    /** It holds trees as well as data. */
    MIXED(PackAction.REPACK),
    /** It holds blobs that should be compressed and are not. */
    UNCOMPRESSED(PackAction.REPACK),
    /** Something in it is not needed. */
    PARTLY_USED(PackAction.REPACK),
    /** It is small, and so are many others. */
    SMALL(PackAction.REPACK),
    /** Nothing in it is needed. */
    UNUSED(PackAction.REMOVE),
    /** No index lists it: a leftover of an interrupted backup or prune. */
    NOT_INDEXED(PackAction.REMOVE_UNINDEXED),
    /** It is not there, and nothing that was in it is needed. */
    MISSING(PackAction.DROP_FROM_INDEX);

    private final PackAction action;

    PackReason(PackAction action) {
        this.action = action;
    }

    public PackAction action() {
        return action;
    }
}
