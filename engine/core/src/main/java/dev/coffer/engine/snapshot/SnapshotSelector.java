package dev.coffer.engine.snapshot;

import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.errors.RepositoryException.BadRequest;
import dev.coffer.engine.errors.RepositoryException.CorruptData;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds the snapshots people mean among all of a repository. Immutable.
 *
 * <p>A snapshot that cannot be read spoils only the answers that may depend on it. As in restic, lists leave it out (callers
 * tell of {@link SnapshotList#unreadable}), naming it fails, and so does {@code latest}, since it may be the latest: better no
 * answer than an old state for a new one. Unlike in restic, the search for a parent ({@link #latest}) leaves it out too: an
 * older parent only means that more is read, and one snapshot that cannot be read must not prevent the next.
 */
public final class SnapshotSelector {

    private final List<StoredSnapshot> snapshots;
    private final List<SnapshotList.Unreadable> unreadable;
    private final SnapshotFilter filter;

    /** The filter applies to lists and to {@code latest}; a snapshot named by its id is found regardless. */
    public SnapshotSelector(SnapshotList snapshots, SnapshotFilter filter) {
        this.snapshots =
                snapshots.sound().stream().sorted(StoredSnapshot.BY_TIME).toList();
        this.unreadable = snapshots.unreadable();
        this.filter = filter;
    }

    /** Those that are left out of lists, and would be of {@link #latest}. */
    public List<SnapshotList.Unreadable> unreadable() {
        return unreadable;
    }

    /** All sound snapshots that pass the filter, oldest first; partial ones only if their tag is asked for. */
    public List<StoredSnapshot> all() {
        return snapshots.stream()
                .filter(stored -> filter.shows(stored.snapshot()))
                .toList();
    }

    /**
     * The snapshot with an id, beginning of an id, or {@code latest}.
     *
     * @throws BadRequest if there is none, or if there are several
     * @throws IOException if it is, or may be, one that cannot be read
     */
    public StoredSnapshot named(String name) throws IOException {
        return SnapshotReference.LATEST.equals(name) ? requireLatest() : withPrefix(name);
    }

    private StoredSnapshot requireLatest() throws IOException {
        if (!unreadable.isEmpty()) {
            throw latestUnknown(unreadable.getFirst().failure());
        }
        return latestOf(filter::shows, Instant.MAX)
                .orElseThrow(() -> new BadRequest(
                        filter.isEmpty()
                                ? "cannot find the latest snapshot: the repository holds none"
                                : "cannot find the latest snapshot: none fits the given hosts, paths, and tags"));
    }

    private static IOException latestUnknown(IOException failure) {
        String message =
                "cannot tell which snapshot is the latest; name the one you want by its id: " + failure.getMessage();
        return failure instanceof CorruptData ? new CorruptData(message, failure) : new IOException(message, failure);
    }

    /**
     * The newest sound snapshot that passes the filter and is not newer than {@code limit}; a partial one only if there is no
     * other.
     */
    public Optional<StoredSnapshot> latest(Instant limit) {
        return latestOf(snapshot -> filter.matches(snapshot) && !snapshot.partial(), limit)
                .or(() -> latestOf(filter::matches, limit));
    }

    private Optional<StoredSnapshot> latestOf(Predicate<Snapshot> wanted, Instant limit) {
        return snapshots.stream()
                .filter(stored -> wanted.test(stored.snapshot()))
                .filter(stored -> !stored.snapshot().time().toInstant().isAfter(limit))
                .max(StoredSnapshot.BY_TIME);
    }

    private StoredSnapshot withPrefix(String prefix) throws IOException {
        ObjectId id = idWithPrefix(prefix);
        for (SnapshotList.Unreadable candidate : unreadable) {
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
                snapshots.stream().map(StoredSnapshot::id), unreadable.stream().map(SnapshotList.Unreadable::id));
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
