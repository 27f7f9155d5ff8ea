package dev.coffer.engine.restore;

/** Variations of a restore. */
public enum RestoreOption {
    /** Remove what is in the restored directories but not in the snapshot. */
    DELETE,
    /** Leave holes in new files where the content is all zero. */
    SPARSE,
    /** Read restored files again and compare them with the snapshot. */
    VERIFY,
    /** Change nothing, only tell what would be done. */
    DRY_RUN,
    /** Take owners by their names where this machine knows them, not by their numbers. */
    OWNERSHIP_BY_NAME
}
