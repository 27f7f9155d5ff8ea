package dev.coffer.engine.check;

import dev.coffer.engine.blob.ObjectId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Passes findings on, one at a time, and draws the sum. Safe for use by any number of threads. */
final class Findings {

    private final Consumer<Finding> listener;
    private final Set<ObjectId> brokenPacks = new LinkedHashSet<>();
    private long errors;
    private boolean suggestRepairIndex;
    private boolean suggestPrune;

    Findings(Consumer<Finding> listener) {
        this.listener = listener;
    }

    synchronized void add(Finding finding) {
        errors += errorsIn(finding);
        switch (finding) {
            case Finding.IndexDamaged _, Finding.PackInSeveralIndexes _ -> suggestRepairIndex = true;
            case Finding.PackSizeWrong wrong -> brokenPacks.add(wrong.pack());
            case Finding.PackDamaged damaged -> addDamaged(damaged);
            case Finding.MixedPack _, Finding.PackNotIndexed _ -> suggestPrune = true;
            case Finding.PackMissing _,
                    Finding.PackUnreadable _,
                    Finding.SnapshotDamaged _,
                    Finding.SnapshotUnreadable _,
                    Finding.TreeDamaged _,
                    Finding.TreeDisordered _ -> {}
        }
        listener.accept(finding);
    }

    /** As restic counts: each problem of a tree, but a pack once. */
    private static int errorsIn(Finding finding) {
        return switch (finding) {
            case Finding.TreeDamaged tree -> tree.problems().size();
            case Finding.Damage _ -> 1;
            case Finding.Hint _ -> 0;
        };
    }

    /** A pack that differs from the index alone loses nothing by a new index; repairing it would be too much. */
    private void addDamaged(Finding.PackDamaged damaged) {
        boolean indexWrong = damaged.problems().stream().allMatch(PackProblem.BlobNotInIndex.class::isInstance);
        suggestRepairIndex |= indexWrong;
        if (!indexWrong) {
            brokenPacks.add(damaged.pack());
        }
    }

    synchronized boolean anyErrors() {
        return errors > 0;
    }

    synchronized CheckSummary summary() {
        return new CheckSummary(errors, List.copyOf(brokenPacks), suggestRepairIndex, suggestPrune);
    }
}
