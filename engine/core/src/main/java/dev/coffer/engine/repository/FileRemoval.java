package dev.coffer.engine.repository;

import dev.coffer.backend.Backend;
import dev.coffer.backend.BackendException;
import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.tasks.TaskGroup;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** Removes files of one type, as many at a time as the store has connections. */
public final class FileRemoval {

    private final Backend backend;
    private final FileType type;

    /** @param repository of which the caller holds a lock; an exclusive one unless the files are its own */
    public FileRemoval(Repository repository, FileType type) {
        this.backend = repository.backend();
        this.type = type;
    }

    /** A file that is still there. */
    public record Failure(ObjectId id, IOException reason) {}

    /**
     * Removes all that can be removed, and tells of the others. One that is gone already is fine.
     *
     * @throws IOException when interrupted, or if the lock is lost
     */
    public List<Failure> remove(Collection<ObjectId> ids) throws IOException {
        List<Failure> failures = Collections.synchronizedList(new ArrayList<>());
        try (TaskGroup group =
                new TaskGroup("file removal", backend.properties().connections())) {
            for (ObjectId id : ids) {
                group.fork(() -> removeOne(id, failures));
            }
            group.join();
        }
        return List.copyOf(failures);
    }

    /**
     * Removes all, for those who must not go on otherwise.
     *
     * @throws IOException if one is still there
     */
    public void removeAll(Collection<ObjectId> ids) throws IOException {
        for (Failure failure : remove(ids)) {
            throw failure.reason();
        }
    }

    private void removeOne(ObjectId id, List<Failure> failures) throws IOException {
        try {
            backend.remove(Handle.of(type, id.toString()));
        } catch (BackendException.Missing _) {
            // Someone else has removed it; the aim is reached.
        } catch (BackendException e) {
            failures.add(new Failure(id, e));
        }
    }
}
