package dev.coffer.engine.check;

import dev.coffer.engine.snapshot.Snapshot;
import java.util.function.Predicate;

/**
 * What to check.
 *
 * @param snapshots whose trees are looked at; the index and the list of packs are checked as a whole in any case
 * @param data packs to read as a whole
 */
public record CheckRequest(Predicate<Snapshot> snapshots, DataSubset data) {

    /** Structure of everything, without reading file contents. */
    public static final CheckRequest STRUCTURE = new CheckRequest(_ -> true, new DataSubset.None());

    /** Everything there is. */
    public static final CheckRequest EVERYTHING = new CheckRequest(_ -> true, new DataSubset.All());
}
