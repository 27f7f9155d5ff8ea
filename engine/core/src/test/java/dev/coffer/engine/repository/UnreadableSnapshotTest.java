package dev.coffer.engine.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import dev.coffer.backend.memory.Fault;
import dev.coffer.backend.memory.FaultyBackend;
import dev.coffer.backend.memory.FaultyBackend.Operation;
import dev.coffer.backend.memory.MemoryBackend;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.errors.RepositoryException.BadRequest;
import dev.coffer.engine.snapshot.Snapshot;
import dev.coffer.engine.snapshot.SnapshotFilter;
import dev.coffer.engine.snapshot.SnapshotReference;
import dev.coffer.engine.snapshot.SnapshotSelector;
import dev.coffer.engine.snapshot.StoredSnapshot;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One snapshot of two is listed by the store, which then does not hand it out. */
class UnreadableSnapshotTest {

    private final FaultyBackend backend = new FaultyBackend(new MemoryBackend());
    private Repository repository;
    private ObjectId readable;
    private ObjectId refused;

    @BeforeEach
    void saveTwo() throws IOException {
        repository = TestRepositories.init(backend);
        readable = save("2020-01-01T00:00:00Z");
        refused = save("2021-01-01T00:00:00Z");
    }

    private ObjectId save(String time) throws IOException {
        return repository
                .snapshots()
                .save(Snapshot.builder(OffsetDateTime.parse(time), ObjectId.of(new byte[0]))
                        .paths(List.of("/"))
                        .build());
    }

    @AfterEach
    void close() throws IOException {
        repository.close();
    }

    private void refuseWith(IOException failure) {
        Optional<Handle> file = Optional.of(Handle.of(FileType.SNAPSHOT, refused.toString()));
        backend.when(
                call -> call.operation() == Operation.LOAD && call.handle().equals(file), new Fault.Refuse(failure));
    }

    private SnapshotSelector selector() throws IOException {
        return new SnapshotSelector(repository.snapshots().list(), SnapshotFilter.ALL);
    }

    static List<BackendException> refusals() {
        return List.of(
                new BackendException.Denied("permission denied", null),
                new BackendException.Rejected("it is a folder", null),
                new BackendException.Transient("input/output error", null));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void the_other_one_is_listed_and_this_one_told_of(BackendException refusal) throws IOException {
        refuseWith(refusal);
        assertThat(selector().all()).extracting(StoredSnapshot::id).containsExactly(readable);
        assertThat(selector().unreadable()).singleElement().satisfies(found -> {
            assertThat(found.id()).isEqualTo(refused);
            assertThat(found.failure()).isSameAs(refusal);
        });
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void nobody_can_tell_which_is_the_latest(BackendException refusal) {
        refuseWith(refusal);
        assertThatThrownBy(() -> selector().named(SnapshotReference.LATEST))
                .hasMessageContaining("cannot tell which snapshot is the latest")
                .hasMessageContaining(refusal.getMessage());
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void naming_it_tells_why(BackendException refusal) {
        refuseWith(refusal);
        assertThatThrownBy(() -> selector().named(refused.shortHex())).isSameAs(refusal);
    }

    @Test
    void one_that_is_removed_after_it_was_listed_is_not_there() throws IOException {
        refuseWith(new BackendException.Missing("it does not exist", null));
        assertThat(selector().unreadable()).isEmpty();
        assertThat(selector().named(SnapshotReference.LATEST).id()).isEqualTo(readable);
        assertThatThrownBy(() -> selector().named(refused.shortHex())).isInstanceOf(BadRequest.class);
    }

    @Test
    void an_interruption_is_no_property_of_a_snapshot() {
        InterruptedIOException interruption = new InterruptedIOException("interrupted");
        refuseWith(interruption);
        assertThatThrownBy(this::selector).isSameAs(interruption);
    }
}
