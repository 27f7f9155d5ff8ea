package dev.coffer.engine.survival;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import dev.coffer.backend.memory.MemoryBackend;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.check.Finding;
import dev.coffer.engine.prune.PruneFixture;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.repository.TestRepositories;
import dev.coffer.engine.snapshot.Snapshot;
import dev.coffer.engine.snapshot.StoredSnapshot;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says whether a store holds a sound repository, and which of its files are torn. */
final class Judge {

    private final MemoryBackend store;

    Judge(MemoryBackend store) {
        this.store = store;
    }

    boolean hasRepository() {
        return store.contains(Handle.CONFIG);
    }

    /** What a check finds that reads everything; untidiness does not count. */
    List<String> damage() throws IOException {
        try (Repository repository = open()) {
            return PruneFixture.findings(repository).stream()
                    .filter(Finding.Damage.class::isInstance)
                    .map(Finding::message)
                    .toList();
        }
    }

    private Repository open() throws IOException {
        return World.open(store, TestRepositories.options());
    }

    /** Files whose content is not what their names say, other than packs. */
    List<Handle> torn() {
        return Stream.of(FileType.KEY, FileType.LOCK, FileType.SNAPSHOT, FileType.INDEX)
                .flatMap(type -> store.names(type).stream().map(name -> Handle.of(type, name)))
                .filter(handle -> !ObjectId.of(store.bytes(handle)).toString().equals(handle.name()))
                .toList();
    }

    /** All files but locks are the same as in another store. */
    void requireSameFiles(MemoryBackend other) {
        for (FileType type : FileType.values()) {
            if (type != FileType.LOCK) {
                assertThat(contents(type)).as("files of type %s", type).isEqualTo(new Judge(other).contents(type));
            }
        }
    }

    private Map<String, ObjectId> contents(FileType type) {
        return store.names(type).stream()
                .collect(Collectors.toMap(name -> name, name -> ObjectId.of(store.bytes(Handle.of(type, name)))));
    }

    /** Whatever snapshots there were, these or ones made from them are there. */
    void requireSnapshotsOf(MemoryBackend other) throws IOException {
        Set<ObjectId> kept = new HashSet<>();
        for (StoredSnapshot stored : snapshots()) {
            kept.add(stored.id());
            Snapshot snapshot = stored.snapshot();
            kept.add(snapshot.original() == null ? stored.id() : snapshot.original());
        }
        assertThat(kept)
                .containsAll(new Judge(other)
                        .snapshots().stream().map(StoredSnapshot::id).toList());
    }

    private List<StoredSnapshot> snapshots() throws IOException {
        if (!hasRepository()) {
            return List.of();
        }
        try (Repository repository = open()) {
            return repository.snapshots().list().sound();
        }
    }
}
