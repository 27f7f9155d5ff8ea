package dev.coffer.engine.archive;

import dev.coffer.engine.snapshot.GroupBy;
import dev.coffer.engine.snapshot.SnapshotFilter;
import dev.coffer.engine.snapshot.SnapshotList;
import dev.coffer.engine.snapshot.SnapshotSelector;
import dev.coffer.engine.snapshot.StoredSnapshot;
import dev.coffer.engine.snapshot.TagList;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the parent of a new snapshot (repository format, "Parent"). */
final class ParentSelection {

    private final SnapshotList snapshots;
    private final SnapshotLabels labels;
    private final List<String> paths;
    private final Journal journal;

    /** @param paths of the new snapshot; the parent may have more */
    ParentSelection(SnapshotList snapshots, SnapshotLabels labels, List<String> paths, Journal journal) {
        this.snapshots = snapshots;
        this.labels = labels;
        this.paths = paths;
        this.journal = journal;
    }

    /**
     * The parent, if there is one. Snapshots that cannot be read are no parents, which is told.
     *
     * @throws IOException if one was named that does not exist or cannot be read
     */
    Optional<StoredSnapshot> find(ParentChoice choice) throws IOException {
        return switch (choice) {
            case ParentChoice.None _ -> Optional.empty();
            case ParentChoice.Latest(GroupBy inCommon) -> latest(candidates(inCommon));
            case ParentChoice.Named(String name, GroupBy inCommon) ->
                Optional.of(candidates(inCommon).named(name));
        };
    }

    private Optional<StoredSnapshot> latest(SnapshotSelector candidates) {
        candidates
                .unreadable()
                .forEach(snapshot ->
                        journal.notice("Ignoring snapshot " + snapshot.id().shortHex() + " as a parent: "
                                + snapshot.failure().getMessage()));
        return candidates.latest(labels.time().toInstant());
    }

    private SnapshotSelector candidates(GroupBy inCommon) {
        SnapshotFilter filter = new SnapshotFilter(
                inCommon.host() ? Set.of(labels.host().hostname()) : Set.of(),
                inCommon.paths() ? paths : List.of(),
                inCommon.tags() ? List.of(new TagList(labels.tags())) : List.of());
        return new SnapshotSelector(snapshots, filter);
    }
}
