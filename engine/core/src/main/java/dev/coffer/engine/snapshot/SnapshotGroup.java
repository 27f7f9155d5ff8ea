package dev.coffer.engine.snapshot;

import static java.util.stream.Collectors.groupingBy;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Snapshots that belong together, such as those of one host and one set of paths.
 *
 * @param snapshots oldest first
 */
public record SnapshotGroup(GroupKey key, List<StoredSnapshot> snapshots) {

    public SnapshotGroup {
        snapshots = List.copyOf(snapshots);
    }

    /** Divides snapshots into groups, which are sorted by their keys. No snapshots give no groups. */
    public static List<SnapshotGroup> group(Collection<StoredSnapshot> snapshots, GroupBy by) {
        List<StoredSnapshot> sorted =
                snapshots.stream().sorted(StoredSnapshot.BY_TIME).toList();
        if (!by.isGrouping() && !sorted.isEmpty()) {
            return List.of(new SnapshotGroup(GroupKey.of(sorted.getFirst().snapshot(), by), sorted));
        }
        Map<GroupKey, List<StoredSnapshot>> groups =
                sorted.stream().collect(groupingBy(stored -> GroupKey.of(stored.snapshot(), by)));
        return groups.entrySet().stream()
                .map(entry -> new SnapshotGroup(entry.getKey(), entry.getValue()))
                .sorted((a, b) -> a.key().toString().compareTo(b.key().toString()))
                .toList();
    }
}
