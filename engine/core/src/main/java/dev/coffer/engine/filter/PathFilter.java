package dev.coffer.engine.filter;

/** Chooses what of a snapshot is wanted. Used by one thread at a time. */
@FunctionalInterface
public interface PathFilter {

    /** Everything. */
    PathFilter ALL = (path, directory) -> Choice.SELECTED;

    /**
     * What to do about an entry.
     *
     * @param path of it within the snapshot, starting with {@code /}
     */
    Choice choose(String path, boolean directory);

    /** An answer; for what is no directory the last two are the same. */
    enum Choice {
        /** It is wanted; what is in it is to be chosen from. */
        SELECTED,
        /** It is not wanted for its own sake, but something in it may be selected. */
        PERHAPS_WITHIN,
        /** Neither it nor anything in it. */
        REFUSED
    }
}
