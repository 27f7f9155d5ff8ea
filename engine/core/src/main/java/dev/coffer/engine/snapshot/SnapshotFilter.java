package dev.coffer.engine.snapshot;

import java.util.List;
import java.util.Set;

/**
 * Which snapshots are wanted. Each of the three conditions must hold; an empty one always does.
 *
 * @param hosts the snapshot is of any of them
 * @param paths the snapshot holds all of them, compared as they are stored
 * @param tags the snapshot fits any of them
 */
public record SnapshotFilter(Set<String> hosts, List<String> paths, List<TagList> tags) {

    /** Lets all snapshots pass. */
    public static final SnapshotFilter ALL = new SnapshotFilter(Set.of(), List.of(), List.of());

    public SnapshotFilter {
        hosts = Set.copyOf(hosts);
        paths = List.copyOf(paths);
        tags = List.copyOf(tags);
    }

    /** Whether there is no condition. */
    public boolean isEmpty() {
        return equals(ALL);
    }

    /** Whether the snapshot is wanted, and to be shown: one that is {@link Snapshot#partial} only if its tag is asked for. */
    boolean shows(Snapshot snapshot) {
        return matches(snapshot)
                && (!snapshot.partial()
                        || tags.stream().anyMatch(list -> list.tags().contains(Snapshot.PARTIAL)));
    }

    public boolean matches(Snapshot snapshot) {
        return (hosts.isEmpty() || hosts.contains(snapshot.hostname()))
                && snapshot.paths().containsAll(paths)
                && (tags.isEmpty() || tags.stream().anyMatch(list -> list.matches(snapshot.tags())));
    }
}
