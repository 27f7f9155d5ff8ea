package dev.coffer.engine.check;

import dev.coffer.engine.snapshot.Snapshot;
import java.util.function.Predicate;

/**
 * What to check.
 *
 * @param snapshots whose trees are looked at; the index and the list of packs are checked as a whole in any case
 * @param data packs to read as a whole
 * @param verified what was verified when; brought up to date
 */
public record CheckRequest(Predicate<Snapshot> snapshots, DataSubset data, VerifiedPacks verified) {

    /** Structure of everything, without reading file contents. */
    public static CheckRequest structure() {
        return of(new DataSubset.None());
    }

    /** Everything there is. */
    public static CheckRequest everything() {
        return of(new DataSubset.All());
    }

    private static CheckRequest of(DataSubset data) {
        return new CheckRequest(_ -> true, data, new VerifiedPacks());
    }
}
