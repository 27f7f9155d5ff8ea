package dev.coffer.engine.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import dev.coffer.backend.memory.MemoryBackend;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.errors.RepositoryException.BadRequest;
import dev.coffer.engine.errors.RepositoryException.CorruptData;
import dev.coffer.engine.snapshot.Snapshot;
import dev.coffer.engine.snapshot.SnapshotFilter;
import dev.coffer.engine.snapshot.SnapshotList;
import dev.coffer.engine.snapshot.SnapshotReference;
import dev.coffer.engine.snapshot.SnapshotSelector;
import dev.coffer.engine.snapshot.StoredSnapshot;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One snapshot of three is damaged, and spoils only those answers that may depend on it. */
class DamagedSnapshotTest {

    private final MemoryBackend backend = new MemoryBackend();
    private Repository repository;
    private ObjectId oldest;
    private ObjectId damaged;
    private ObjectId newest;

    @BeforeEach
    void damageOne() throws IOException {
        repository = TestRepositories.init(backend);
        oldest = save("2020-01-01T00:00:00Z");
        damaged = save("2021-01-01T00:00:00Z");
        newest = save("2022-01-01T00:00:00Z");
        byte[] bytes = backend.bytes(file());
        bytes[bytes.length / 2] ^= 1;
        backend.overwrite(file(), bytes);
    }

    private ObjectId save(String time) throws IOException {
        return repository.snapshots().save(snapshotOf(time));
    }

    private static Snapshot snapshotOf(String time) {
        return Snapshot.builder(OffsetDateTime.parse(time), ObjectId.of(new byte[0]))
                .paths(List.of("/"))
                .build();
    }

    private Handle file() {
        return Handle.of(FileType.SNAPSHOT, damaged.toString());
    }

    @AfterEach
    void close() throws IOException {
        repository.close();
    }

    private SnapshotSelector selector() throws IOException {
        return new SnapshotSelector(repository.snapshots().list(), SnapshotFilter.ALL);
    }

    @Test
    void the_others_are_listed() throws IOException {
        assertThat(selector().all()).extracting(StoredSnapshot::id).containsExactly(oldest, newest);
    }

    @Test
    void it_is_not_passed_over_in_silence() throws IOException {
        assertThat(selector().unreadable()).singleElement().satisfies(found -> {
            assertThat(found.id()).isEqualTo(damaged);
            assertThat(found.failure()).hasMessageContaining(file().toString());
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 20, 60})
    void too_short_a_file_is_damaged_too(int length) throws IOException {
        backend.overwrite(file(), Arrays.copyOf(backend.bytes(file()), length));
        assertThat(selector().unreadable())
                .extracting(SnapshotList.Unreadable::id)
                .containsExactly(damaged);
    }

    @Test
    void the_others_are_found_by_the_beginning_of_their_ids() throws IOException {
        assertThat(selector().named(oldest.shortHex()).id()).isEqualTo(oldest);
    }

    @Test
    void naming_it_tells_what_is_wrong_with_it() {
        assertThatThrownBy(() -> selector().named(damaged.shortHex()))
                .isInstanceOf(CorruptData.class)
                .hasMessageContaining(file().toString());
    }

    @Test
    void its_id_still_counts_when_the_beginning_of_an_id_fits_several() {
        StoredSnapshot sound =
                new StoredSnapshot(ObjectId.parse("ab" + "0".repeat(62)), snapshotOf("2020-01-01T00:00:00Z"));
        SnapshotList.Unreadable other = new SnapshotList.Unreadable(
                ObjectId.parse("ab" + "1".repeat(62)), new CorruptData("it is damaged", null));
        SnapshotSelector selector =
                new SnapshotSelector(new SnapshotList(List.of(sound), List.of(other)), SnapshotFilter.ALL);
        assertThatThrownBy(() -> selector.named("ab")).isInstanceOf(BadRequest.class);
    }

    @Test
    void nobody_can_tell_which_is_the_latest() {
        assertThatThrownBy(() -> selector().named(SnapshotReference.LATEST))
                .isInstanceOf(CorruptData.class)
                .hasMessageContaining("latest")
                .hasMessageContaining(file().toString());
    }

    @Test
    void the_newest_that_is_sound_will_do_where_it_need_not_be_the_latest() throws IOException {
        assertThat(selector().latest(Instant.MAX)).map(StoredSnapshot::id).contains(newest);
    }
}
