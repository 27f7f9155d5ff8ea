package dev.coffer.engine.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import dev.coffer.backend.memory.Fault;
import dev.coffer.backend.memory.FaultyBackend;
import dev.coffer.backend.memory.FaultyBackend.Operation;
import dev.coffer.backend.memory.MemoryBackend;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.repository.FileRemoval;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.repository.TestRepositories;
import dev.coffer.engine.snapshot.Snapshot;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SnapshotRemovalTest {

    private final FaultyBackend backend = new FaultyBackend(new MemoryBackend());

    @Test
    void those_given_are_removed_and_no_others() throws Exception {
        try (Repository repository = TestRepositories.init(backend)) {
            ObjectId first = save(repository, "2021-01-01T00:00:00Z");
            ObjectId second = save(repository, "2021-01-02T00:00:00Z");
            ObjectId gone = ObjectId.of(new byte[1]);
            assertThat(new SnapshotRemoval(repository).remove(List.of(first, gone)))
                    .isEmpty();
            assertThat(repository.snapshots().listIds()).containsExactly(second);
        }
    }

    @Test
    void one_that_cannot_be_removed_does_not_keep_others_from_it() throws Exception {
        try (Repository repository = TestRepositories.init(backend)) {
            ObjectId stuck = save(repository, "2021-01-01T00:00:00Z");
            ObjectId other = save(repository, "2021-01-02T00:00:00Z");
            Optional<Handle> file = Optional.of(Handle.of(FileType.SNAPSHOT, stuck.toString()));
            backend.when(
                    call -> call.operation() == Operation.REMOVE
                            && call.handle().equals(file),
                    new Fault.Refuse(new BackendException.Denied("go away", null)));
            assertThat(new SnapshotRemoval(repository).remove(List.of(stuck, other)))
                    .extracting(FileRemoval.Failure::id)
                    .containsExactly(stuck);
            assertThat(repository.snapshots().listIds()).containsExactly(stuck);
        }
    }

    private static ObjectId save(Repository repository, String time) throws IOException {
        Snapshot snapshot = Snapshot.builder(OffsetDateTime.parse(time), ObjectId.of(new byte[2]))
                .build();
        return repository.snapshots().save(snapshot);
    }
}
