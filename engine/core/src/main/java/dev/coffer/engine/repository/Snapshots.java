package dev.coffer.engine.repository;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.FileType;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.errors.RepositoryException.CorruptData;
import dev.coffer.engine.snapshot.Snapshot;
import dev.coffer.engine.snapshot.SnapshotCodec;
import dev.coffer.engine.snapshot.SnapshotList;
import dev.coffer.engine.snapshot.StoredSnapshot;
import dev.coffer.engine.store.FileStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The snapshots of a repository. Safe for use by any thread. */
public final class Snapshots {

    private final FileStore files;

    /** Read ahead, and not asked for yet. Snapshot files never change; whether one is still there, the list tells. */
    private final Map<ObjectId, StoredSnapshot> waiting = new ConcurrentHashMap<>();

    private final LoadAhead ahead = new LoadAhead("snapshots load ahead", this::loadAhead);

    Snapshots(FileStore files) {
        this.files = files;
    }

    /** Where to start in a pause, if {@link #list} will be called after it. */
    LoadAhead ahead() {
        return ahead;
    }

    private void loadAhead() throws IOException {
        for (ObjectId id : listIds()) {
            waiting.put(id, load(id));
        }
    }

    public List<ObjectId> listIds() throws IOException {
        return files.list(FileType.SNAPSHOT);
    }

    /**
     * All snapshots. One file that cannot be read is no reason to hide the others, so it does not end this; what it means
     * for an answer is up to those who ask, see {@link dev.coffer.engine.snapshot.SnapshotSelector}. One that is removed
     * meanwhile is left out.
     */
    public SnapshotList list() throws IOException {
        List<StoredSnapshot> sound = new ArrayList<>();
        List<SnapshotList.Unreadable> unreadable = new ArrayList<>();
        ahead.await();
        for (ObjectId id : listIds()) {
            try {
                StoredSnapshot known = waiting.remove(id);
                sound.add(known != null ? known : load(id));
            } catch (BackendException.Missing _) {
                // As if it had not been listed.
            } catch (CorruptData | BackendException e) {
                unreadable.add(new SnapshotList.Unreadable(id, e));
            }
        }
        return new SnapshotList(sound, unreadable);
    }

    /**
     * Reads one snapshot.
     *
     * @throws CorruptData if it is damaged
     */
    public StoredSnapshot load(ObjectId id) throws IOException {
        byte[] json = files.load(FileType.SNAPSHOT, id);
        try {
            return new StoredSnapshot(id, SnapshotCodec.decode(json));
        } catch (IOException e) {
            throw new CorruptData("Snapshot file " + id + " is damaged: " + e.getMessage(), e);
        }
    }

    /** Stores a snapshot. Everything it refers to must be stored and indexed already. */
    public ObjectId save(Snapshot snapshot) throws IOException {
        return files.save(FileType.SNAPSHOT, SnapshotCodec.encode(snapshot));
    }

    /** Stores a snapshot made from an old one, and removes that afterwards; at no moment is there neither. */
    public ObjectId replace(ObjectId old, Snapshot changed) throws IOException {
        ObjectId id = save(changed);
        remove(old);
        return id;
    }

    public void remove(ObjectId id) throws IOException {
        files.remove(FileType.SNAPSHOT, id);
    }
}
