package dev.coffer.engine.snapshot;

import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.errors.RepositoryException;
import dev.coffer.engine.errors.RepositoryException.BadRequest;
import dev.coffer.engine.errors.RepositoryException.CorruptData;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the snapshots people mean among all of a repository. Immutable.
 *
 * <p>A damaged snapshot spoils only the answers that may depend on it. As in restic, lists leave it out (callers tell of
 * {@link SnapshotList#damaged}), naming it fails, and so does {@code latest}, since the damaged one may be the latest: better
 * no answer than an old state for a new one. Unlike in restic, the search for a parent ({@link #latest}) leaves it out too: an
 * older parent only means that more is read, and one damaged snapshot must not prevent the next.
 */
public final class SnapshotSelector {

    private final List<StoredSnapshot> snapshots;
    private final List<SnapshotList.Damaged> damaged;
    private final SnapshotFilter filter;

    /** The filter applies to lists and to {@code latest}; a snapshot named by its id is found regardless. */
    public SnapshotSelector(SnapshotList snapshots, SnapshotFilter filter) {
        this.snapshots =
                snapshots.sound().stream().sorted(StoredSnapshot.BY_TIME).toList();
        this.damaged = snapshots.damaged();
        this.filter = filter;
    }

    /** Those that are left out of lists, and would be of {@link #latest}. */
    public List<SnapshotList.Damaged> damaged() {
        return damaged;
    }

    /** All sound snapshots that pass the filter, oldest first. */
    public List<StoredSnapshot> all() {
        return snapshots.stream()
                .filter(stored -> filter.matches(stored.snapshot()))
                .toList();
    }

    /**
     * The snapshot with an id, beginning of an id, or {@code latest}.
     *
     * @throws BadRequest if there is none, or if there are several
     * @throws CorruptData if it is, or may be, a damaged one
     */
    public StoredSnapshot named(String name) throws RepositoryException {
        return SnapshotReference.LATEST.equals(name) ? requireLatest() : withPrefix(name);
    }

    private StoredSnapshot requireLatest() throws RepositoryException {
        if (!damaged.isEmpty()) {
            CorruptData failure = damaged.getFirst().failure();
            throw new CorruptData(
                    "cannot tell which snapshot is the latest: " + failure.getMessage()
                            + " The damaged one may be the latest: name the one you want by its id.",
                    failure);
        }
        return latest(Instant.MAX)
                .orElseThrow(() -> new BadRequest(
                        filter.isEmpty()
                                ? "cannot find the latest snapshot: the repository holds none"
                                : "cannot find the latest snapshot: none fits the given hosts, paths, and tags"));
    }

    /** The newest sound snapshot that passes the filter and is not newer than {@code limit}. */
    public Optional<StoredSnapshot> latest(Instant limit) {
        return snapshots.stream()
                .filter(stored -> filter.matches(stored.snapshot()))
                .filter(stored -> !stored.snapshot().time().toInstant().isAfter(limit))
                .max(StoredSnapshot.BY_TIME);
    }

    private StoredSnapshot withPrefix(String prefix) throws RepositoryException {
        ObjectId id = idWithPrefix(prefix);
        for (SnapshotList.Damaged candidate : damaged) {
            if (candidate.id().equals(id)) {
                throw candidate.failure();
            }
        }
        return snapshots.stream()
                .filter(stored -> stored.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private ObjectId idWithPrefix(String prefix) throws BadRequest {
        Stream<ObjectId> ids = Stream.concat(
                snapshots.stream().map(StoredSnapshot::id), damaged.stream().map(SnapshotList.Damaged::id));
        List<ObjectId> found = ObjectId.withPrefix(prefix, ids.toList());
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
