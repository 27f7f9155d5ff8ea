package dev.coffer.engine.prune;

import java.util.OptionalLong;

/**
 * What a prune is to rewrite, besides removing packs that nobody needs.
 *
 * @param maxUnused what may stay although nobody needs it
 * @param maxRepack bytes of packs to rewrite at most
 * @param smallerThan size below which packs are joined; empty for what is small in this repository
 * @param onlyCacheable whether packs that hold nothing but data are left as they are
 * @param uncompressed whether to rewrite packs with uncompressed data
 */
public record PruneOptions(
        UnusedLimit maxUnused,
        OptionalLong maxRepack,
        OptionalLong smallerThan,
        boolean onlyCacheable,
        boolean uncompressed) {

    /** What restic does unless told otherwise. */
    public static final PruneOptions USUAL =
            new PruneOptions(UnusedLimit.USUAL, OptionalLong.empty(), OptionalLong.empty(), false, false);

    /** The same, but without rewriting any pack. */
    public PruneOptions withoutRepacking() {
        return new PruneOptions(maxUnused, OptionalLong.of(0), smallerThan, onlyCacheable, uncompressed);
    }
}
