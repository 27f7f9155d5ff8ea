package dev.coffer.engine.retention;

import dev.coffer.backend.BackendException;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.repository.Snapshots;
import dev.coffer.engine.tasks.TaskGroup;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** Removes snapshots, as many at a time as the store has connections. What they refer to stays until it is pruned. */
public final class SnapshotRemoval {

    private final Snapshots snapshots;
    private final int connections;

    /** @param repository whose exclusive lock the caller holds */
    public SnapshotRemoval(Repository repository) {
        this.snapshots = repository.snapshots();
        this.connections = repository.backend().properties().connections();
    }

    /** A snapshot that is still there. */
    public record Failure(ObjectId id, IOException reason) {}

    /**
     * Removes all that can be removed, and tells of the others. One that is gone already is fine.
     *
     * @throws IOException when interrupted, or if the lock is lost
     */
    public List<Failure> remove(Collection<ObjectId> ids) throws IOException {
        List<Failure> failures = Collections.synchronizedList(new ArrayList<>());
        try (TaskGroup group = new TaskGroup("snapshot removal", connections)) {
            for (ObjectId id : ids) {
                group.fork(() -> removeOne(id, failures));
            }
            group.join();
        }
        return List.copyOf(failures);
    }

    private void removeOne(ObjectId id, List<Failure> failures) throws IOException {
        try {
            snapshots.remove(id);
        } catch (BackendException.Missing _) {
            // Someone else has removed it; the aim is reached.
        } catch (BackendException e) {
            failures.add(new Failure(id, e));
        }
    }
}
