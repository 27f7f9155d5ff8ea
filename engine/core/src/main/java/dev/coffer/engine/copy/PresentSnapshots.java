package dev.coffer.engine.copy;

import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.snapshot.Snapshot;
import dev.coffer.engine.snapshot.StoredSnapshot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Those snapshots that a repository has, by where they come from. */
final class PresentSnapshots {

    private final Map<ObjectId, List<StoredSnapshot>> byOrigin = new HashMap<>();

    PresentSnapshots(Collection<StoredSnapshot> snapshots) {
        for (StoredSnapshot stored : snapshots) {
            add(stored.id(), stored);
            if (stored.snapshot().original() != null) {
                add(stored.snapshot().original(), stored);
            }
        }
    }

    private void add(ObjectId origin, StoredSnapshot stored) {
        byOrigin.computeIfAbsent(origin, _ -> new ArrayList<>(1)).add(stored);
    }

    /** The id of a snapshot lasts beyond copying: that of the first of all it was made from. */
    static ObjectId origin(StoredSnapshot stored) {
        return Objects.requireNonNullElse(stored.snapshot().original(), stored.id());
    }

    /** The id of a copy of a snapshot of another repository. */
    Optional<ObjectId> copyOf(StoredSnapshot source) {
        return byOrigin.getOrDefault(origin(source), List.of()).stream()
                .filter(candidate -> isCopy(candidate.snapshot(), source.snapshot()))
                .map(StoredSnapshot::id)
                .findFirst();
    }

    /** Parents and origins differ between repositories, and the programs that made snapshots say nothing about them. */
    private static boolean isCopy(Snapshot one, Snapshot other) {
        return one.time().isEqual(other.time())
                && one.tree().equals(other.tree())
                && one.hostname().equals(other.hostname())
                && one.username().equals(other.username())
                && one.uid() == other.uid()
                && one.gid() == other.gid()
                && sameElements(one.paths(), other.paths())
                && sameElements(one.tags(), other.tags())
                && one.excludes().equals(other.excludes());
    }

    private static boolean sameElements(List<String> one, List<String> other) {
        return one.size() == other.size() && new HashSet<>(one).equals(new HashSet<>(other));
    }
}
