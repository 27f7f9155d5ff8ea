package dev.coffer.engine.snapshot;

import dev.coffer.engine.errors.RepositoryException.BadRequest;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/** Finds the snapshots people mean among all of a repository. Immutable. */
public final class SnapshotSelector {

    private final List<StoredSnapshot> snapshots;
    private final SnapshotFilter filter;

    /** The filter applies to lists and to {@code latest}; a snapshot named by its id is found regardless. */
    public SnapshotSelector(Collection<StoredSnapshot> snapshots, SnapshotFilter filter) {
        this.snapshots = snapshots.stream().sorted(StoredSnapshot.BY_TIME).toList();
        this.filter = filter;
    }

    /** All snapshots that pass the filter, oldest first. */
    public List<StoredSnapshot> all() {
        return snapshots.stream()
                .filter(stored -> filter.matches(stored.snapshot()))
                .toList();
    }

    /** The named snapshots, each once, in the order of the names; without names, {@link #all()}. */
    public List<StoredSnapshot> named(List<String> names) throws BadRequest {
        if (names.isEmpty()) {
            return all();
        }
        SequencedSet<StoredSnapshot> named = new LinkedHashSet<>();
        for (String name : names) {
            named.add(named(name));
        }
        return List.copyOf(named);
    }

    /**
     * The snapshot with an id, beginning of an id, or {@code latest}.
     *
     * @throws BadRequest if there is none, or if there are several
     */
    public StoredSnapshot named(String name) throws BadRequest {
        return SnapshotReference.LATEST.equals(name) ? requireLatest() : withPrefix(name);
    }

    private StoredSnapshot requireLatest() throws BadRequest {
        return latest(Instant.MAX)
                .orElseThrow(() -> new BadRequest(
                        filter.isEmpty()
                                ? "cannot find the latest snapshot: the repository holds none"
                                : "cannot find the latest snapshot: none fits the given hosts, paths, and tags"));
    }

    /** The newest snapshot that passes the filter and is not newer than {@code limit}. */
    public Optional<StoredSnapshot> latest(Instant limit) {
        return snapshots.stream()
                .filter(stored -> filter.matches(stored.snapshot()))
                .filter(stored -> !stored.snapshot().time().toInstant().isAfter(limit))
                .max(StoredSnapshot.BY_TIME);
    }

    private StoredSnapshot withPrefix(String prefix) throws BadRequest {
        List<StoredSnapshot> found = prefix.isEmpty()
                ? List.of()
                : snapshots.stream()
                        .filter(stored -> stored.id().toString().startsWith(prefix))
                        .toList();
        if (found.size() > 1) {
            throw new BadRequest("there are " + found.size() + " snapshots whose id begins with \"" + prefix
                    + "\": give more digits");
        }
        if (found.isEmpty()) {
            throw new BadRequest("there is no snapshot whose id begins with \"" + prefix
                    + "\": list the snapshots to see their ids");
        }
        return found.getFirst();
    }
}
