package dev.coffer.engine.repository;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.backend.Backend;
import dev.coffer.backend.BackendException;
import dev.coffer.backend.BackendProperties;
import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import dev.coffer.backend.memory.Fault;
import dev.coffer.backend.memory.FaultyBackend;
import dev.coffer.backend.memory.FaultyBackend.Operation;
import dev.coffer.backend.memory.MemoryBackend;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.host.HostIdentity;
import dev.coffer.engine.host.ProcessMark;
import dev.coffer.engine.repository.Locks.StoredLock;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LocksTest {

    private static final OffsetDateTime TIME = OffsetDateTime.parse("2026-01-31T12:30:00.5+02:00");
    private static final HostIdentity HOLDER = new HostIdentity("web1", "alice", 1000, 100, 4711);

    private final MemoryBackend memory = new MemoryBackend();
    private final FaultyBackend backend = new FaultyBackend(memory);
    private Repository repository;

    @BeforeEach
    void init() throws IOException {
        TestRepositories.init(memory);
        repository = TestRepositories.open(backend);
    }

    @Test
    void a_new_lock_gets_time_to_become_visible() {
        assertThat(repository.locks().timing().settle()).isEqualTo(Duration.ofMillis(200));
    }

    @Test
    void a_store_that_lists_at_once_is_not_waited_for() throws Exception {
        Backend prompt = new FaultyBackend(memory, new BackendProperties(2, true, true, 1 << 20));
        assertThat(TestRepositories.open(prompt).locks().timing().settle()).isZero();
    }

    @Test
    void a_lock_is_written_as_restic_writes_it() {
        assertThat(new LockFile(TIME, false, HOLDER, Optional.empty()).encode())
                .asString(UTF_8)
                .isEqualTo("{\"time\":\"2026-01-31T12:30:00.5+02:00\",\"exclusive\":false,\"hostname\":\"web1\","
                        + "\"username\":\"alice\",\"pid\":4711,\"uid\":1000,\"gid\":100}");
    }

    @Test
    void the_ids_of_root_are_left_out() {
        HostIdentity root = new HostIdentity("web1", "root", 0, 0, 1);
        assertThat(new LockFile(TIME, true, root, Optional.empty()).encode())
                .asString(UTF_8)
                .isEqualTo("{\"time\":\"2026-01-31T12:30:00.5+02:00\",\"exclusive\":true,\"hostname\":\"web1\","
                        + "\"username\":\"root\",\"pid\":1}");
    }

    @Test
    void what_was_written_reads_back() throws Exception {
        LockFile lock = new LockFile(TIME, true, HOLDER, Optional.empty());
        assertThat(LockFile.decode(lock.encode())).isEqualTo(lock);
    }

    @Test
    void the_mark_of_a_process_reads_back_too() throws Exception {
        LockFile lock = new LockFile(TIME, true, HOLDER, Optional.of(new ProcessMark("b-o-o-t", 4_026_531_836L, 77)));
        assertThat(LockFile.decode(lock.encode())).isEqualTo(lock);
    }

    @Test
    void fields_of_other_programs_are_passed_over() throws Exception {
        LockFile lock = LockFile.decode("{\"pid\":7,\"mood\":{\"good\":[true]}}".getBytes(UTF_8));
        assertThat(lock.host().pid()).isEqualTo(7);
    }

    @Test
    void people_see_who_holds_a_lock() {
        Instant later = TIME.toInstant().plus(Duration.ofMinutes(5));
        assertThat(new LockFile(TIME, false, HOLDER, Optional.empty()).describe(later))
                .isEqualTo("shared lock of PID 4711 on web1 by alice (UID 1000, GID 100),"
                        + " refreshed 2026-01-31 12:30:00 (5 min ago)");
    }

    @Test
    void lists_all_locks() throws Exception {
        ObjectId shared = plant(new LockFile(TIME, false, HOLDER, Optional.empty()));
        ObjectId exclusive = plant(new LockFile(TIME, true, HOLDER, Optional.empty()));
        assertThat(repository.locks().list())
                .containsExactlyInAnyOrder(
                        new StoredLock(shared, new LockFile(TIME, false, HOLDER, Optional.empty())),
                        new StoredLock(exclusive, new LockFile(TIME, true, HOLDER, Optional.empty())));
    }

    @Test
    void damaged_locks_do_not_keep_others_from_being_listed() throws Exception {
        plant(new LockFile(TIME, false, HOLDER, Optional.empty()));
        memory.overwrite(Handle.of(FileType.LOCK, "ab".repeat(32)), new byte[100]);
        assertThat(repository.locks().list()).hasSize(1);
    }

    @Test
    void a_store_that_cannot_be_read_does_not_look_like_one_without_locks() throws Exception {
        plant(new LockFile(TIME, false, HOLDER, Optional.empty()));
        backend.fromCall(Operation.LOAD, 1, new Fault.Refuse(new BackendException.Denied("go away", null)));
        assertThatThrownBy(() -> repository.locks().list()).hasMessage("go away");
    }

    @Test
    void all_locks_can_be_removed_readable_or_not() throws Exception {
        plant(new LockFile(TIME, false, HOLDER, Optional.empty()));
        memory.overwrite(Handle.of(FileType.LOCK, "ab".repeat(32)), new byte[100]);
        memory.overwrite(Handle.of(FileType.LOCK, "cd".repeat(32)), new byte[0]);
        assertThat(repository.locks().removeAll()).isEqualTo(3);
        assertThat(memory.names(FileType.LOCK)).isEmpty();
    }

    @Test
    void removing_a_lock_that_is_gone_is_fine() throws Exception {
        repository.locks().remove(ObjectId.of(new byte[0]));
        assertThat(memory.names(FileType.LOCK)).isEmpty();
    }

    @Test
    void a_lock_whose_writing_failed_is_not_left_behind() {
        IOException failure = new BackendException.Transient("no answer", null);
        backend.when(call -> call.operation() == Operation.SAVE, new Fault.LoseAnswer(failure));
        assertThatThrownBy(() -> repository.lock(RepositoryLock.Kind.SHARED, Duration.ZERO, Set.of()))
                .isSameAs(failure);
        assertThat(memory.names(FileType.LOCK)).isEmpty();
    }

    private ObjectId plant(LockFile lock) throws IOException {
        return repository.files().save(FileType.LOCK, lock.encode());
    }
}
