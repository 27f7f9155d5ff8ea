package dev.coffer.engine.repository;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.FileType;
import dev.coffer.backend.memory.Fault;
import dev.coffer.backend.memory.FaultyBackend;
import dev.coffer.backend.memory.FaultyBackend.Operation;
import dev.coffer.backend.memory.MemoryBackend;
import dev.coffer.engine.blob.BlobHandle;
import dev.coffer.engine.blob.BlobType;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.progress.ProgressListener;
import dev.coffer.engine.repository.Repository.Need;
import dev.coffer.engine.snapshot.Snapshot;
import dev.coffer.engine.snapshot.StoredSnapshot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One repository is at work, another changes it. */
class LoadAheadTest {

    private final FaultyBackend backend = new FaultyBackend(new MemoryBackend());
    private Repository other;
    private Repository repository;

    @BeforeEach
    void open() throws IOException {
        other = TestRepositories.init(backend);
        saveBlob("first");
        saveSnapshot("2020-01-01T00:00:00Z");
        repository = TestRepositories.openOnly(backend, TestRepositories.options());
    }

    @AfterEach
    void close() throws IOException {
        repository.close();
        other.close();
    }

    private BlobHandle saveBlob(String content) throws IOException {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        try (BlobSaver saver = other.startSaving()) {
            ObjectId id = saver.save(BlobType.DATA, bytes, 0, bytes.length).id();
            saver.flush();
            return BlobHandle.data(id);
        }
    }

    private ObjectId saveSnapshot(String time) throws IOException {
        return other.snapshots()
                .save(Snapshot.builder(OffsetDateTime.parse(time), ObjectId.of(new byte[0]))
                        .paths(List.of("/"))
                        .build());
    }

    /** Takes a lock and waits until all is loaded that can be loaded meanwhile. */
    private RepositoryLock lock() throws IOException {
        RepositoryLock lock = repository.lock(RepositoryLock.Kind.SHARED, Duration.ZERO, EnumSet.allOf(Need.class));
        repository.snapshots().ahead().await();
        repository.indexFiles().ahead().await();
        return lock;
    }

    private long loads(FileType type) {
        return backend.calls().stream()
                .filter(call -> call.operation() == Operation.LOAD && call.type() == type)
                .count();
    }

    private void loadIndex() throws IOException {
        repository.loadIndex(ProgressListener.NONE);
    }

    @Test
    void what_was_loaded_while_the_lock_settled_is_not_loaded_again() throws Exception {
        try (var _ = lock()) {
            loadIndex();
            assertThat(repository.snapshots().list().sound()).hasSize(1);
        }
        assertThat(repository.index().size()).isEqualTo(1);
        assertThat(loads(FileType.INDEX)).isEqualTo(1);
        assertThat(loads(FileType.SNAPSHOT)).isEqualTo(1);
    }

    @Test
    void what_others_add_meanwhile_is_there() throws Exception {
        try (var _ = lock()) {
            BlobHandle second = saveBlob("second");
            ObjectId snapshot = saveSnapshot("2021-01-01T00:00:00Z");
            loadIndex();
            assertThat(repository.index().contains(second)).isTrue();
            assertThat(repository.snapshots().list().sound())
                    .extracting(StoredSnapshot::id)
                    .contains(snapshot)
                    .hasSize(2);
        }
    }

    @Test
    void what_others_remove_meanwhile_is_gone() throws Exception {
        ObjectId removed = saveSnapshot("2021-01-01T00:00:00Z");
        BlobHandle second = saveBlob("second");
        List<ObjectId> indexFiles = other.indexFiles().list();
        try (var _ = lock()) {
            assertThat(repository.index().contains(second)).isTrue();
            other.snapshots().remove(removed);
            for (ObjectId id : indexFiles) {
                other.files().remove(FileType.INDEX, id);
            }
            BlobHandle third = saveBlob("third");
            loadIndex();
            assertThat(repository.index().contains(third)).isTrue();
            assertThat(repository.index().size()).isEqualTo(1);
            assertThat(repository.snapshots().list().sound())
                    .extracting(StoredSnapshot::id)
                    .doesNotContain(removed);
        }
    }

    @Test
    void what_could_not_be_loaded_ahead_is_loaded_when_it_is_needed() throws Exception {
        backend.when(
                call -> call.operation() == Operation.LOAD && call.type() != FileType.LOCK,
                new Fault.Refuse(new BackendException.Denied("permission denied", null)));
        try (var _ = lock()) {
            backend.recover();
            loadIndex();
            assertThat(repository.index().size()).isEqualTo(1);
            assertThat(repository.snapshots().list().sound()).hasSize(1);
        }
    }
}
