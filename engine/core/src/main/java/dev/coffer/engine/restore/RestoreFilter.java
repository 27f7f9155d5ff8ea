package dev.coffer.engine.restore;

/** Chooses what of a snapshot is restored. Used by one thread at a time. */
@FunctionalInterface
public interface RestoreFilter {

    /** Everything. */
    RestoreFilter ALL = (path, directory) -> Choice.SELECTED;

    /**
     * What to do about an entry.
     *
     * @param path of it within the snapshot, starting with {@code /}
     */
    Choice choose(String path, boolean directory);

    /** An answer; for what is no directory the last two are the same. */
    enum Choice {
        /** Restore it, and look at what is in it. */
        SELECTED,
        /** Do not restore it for its own sake, but something in it may be selected. */
        PERHAPS_WITHIN,
        /** Neither it nor anything in it. */
        REFUSED
    }
}
