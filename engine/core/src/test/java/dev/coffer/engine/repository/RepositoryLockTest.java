package dev.coffer.engine.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.Content;
import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import dev.coffer.backend.memory.Fault;
import dev.coffer.backend.memory.FaultyBackend;
import dev.coffer.backend.memory.MemoryBackend;
import dev.coffer.backend.wrap.FreezableBackend;
import dev.coffer.engine.errors.RepositoryException.RepositoryLocked;
import dev.coffer.engine.host.HostIdentity;
import dev.coffer.engine.repository.RepositoryLock.Kind;
import dev.coffer.engine.tasks.TaskGroup;
import java.io.IOException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RepositoryLockTest {

    private static final HostIdentity SELF = HostIdentity.current();
    private static final HostIdentity ELSEWHERE = new HostIdentity("another-host", "bob", 1000, 1000, 4711);

    private final MemoryBackend memory = new MemoryBackend();
    private final FreezableBackend backend = new FreezableBackend(memory);
    private Repository repository;

    @BeforeEach
    void init() throws IOException {
        repository = TestRepositories.init(memory);
    }

    @Test
    void a_lock_is_there_while_it_is_held_and_gone_after() throws Exception {
        RepositoryLock lock = acquire(Kind.SHARED);
        assertThat(memory.names(FileType.LOCK)).hasSize(1);
        lock.close();
        assertThat(memory.names(FileType.LOCK)).isEmpty();
    }

    @Test
    void shared_locks_do_not_exclude_each_other() throws Exception {
        try (RepositoryLock _ = acquire(Kind.SHARED);
                RepositoryLock _ = acquire(Kind.SHARED)) {
            assertThat(memory.names(FileType.LOCK)).hasSize(2);
        }
    }

    @Test
    void of_many_who_want_an_exclusive_lock_at_once_no_two_get_it_even_without_a_pause() throws Exception {
        Locks locks = locks(LockTiming.STANDARD.settledAtOnce());
        AtomicInteger holders = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        try (TaskGroup rivals = new TaskGroup("rivals", 8)) {
            for (int i = 0; i < 400; i++) {
                rivals.fork(() -> {
                    try (RepositoryLock _ = RepositoryLock.acquire(locks, Kind.EXCLUSIVE, backend, Duration.ZERO)) {
                        most.accumulateAndGet(holders.incrementAndGet(), Math::max);
                        Thread.yield();
                        holders.decrementAndGet();
                    } catch (RepositoryLocked _) {
                        // Another was there first.
                    }
                });
            }
            rivals.join();
        }
        assertThat(most).hasValue(1);
    }

    @Test
    void an_exclusive_lock_excludes_all_others() throws Exception {
        try (RepositoryLock _ = acquire(Kind.EXCLUSIVE)) {
            assertThatThrownBy(() -> acquire(Kind.SHARED)).isInstanceOf(RepositoryLocked.class);
            assertThatThrownBy(() -> acquire(Kind.EXCLUSIVE)).isInstanceOf(RepositoryLocked.class);
            assertThat(memory.names(FileType.LOCK)).hasSize(1);
        }
    }

    @Test
    void a_refused_lock_names_the_holder_and_the_way_out() throws Exception {
        plant(new LockFile(OffsetDateTime.now(ZoneId.systemDefault()), true, ELSEWHERE, Optional.empty()));
        assertThatThrownBy(() -> acquire(Kind.SHARED))
                .hasMessageContaining("PID 4711 on another-host by bob")
                .hasMessageContaining("coffer unlock");
    }

    @Test
    void waiting_for_a_lock_ends_when_it_is_released() throws Exception {
        RepositoryLock held = acquire(Kind.EXCLUSIVE);
        Thread.ofVirtual().start(() -> {
            try {
                Thread.sleep(50);
                held.close();
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        RepositoryLock.acquire(
                        locks(timing(Duration.ofMinutes(5), Duration.ofMinutes(20))),
                        Kind.SHARED,
                        backend,
                        Duration.ofMillis(100))
                .close();
    }

    @Test
    void a_held_lock_is_refreshed() throws Exception {
        Set<String> seen = new HashSet<>();
        LockTiming timing = timing(Duration.ofMillis(20), Duration.ofMinutes(20));
        try (RepositoryLock _ = RepositoryLock.acquire(locks(timing), Kind.SHARED, backend, Duration.ZERO)) {
            while (seen.size() < 3) {
                seen.addAll(memory.names(FileType.LOCK));
                Thread.sleep(5);
            }
        }
        assertThat(memory.names(FileType.LOCK)).isEmpty();
    }

    @Test
    void work_under_a_lock_that_was_lost_fails() throws Exception {
        LockTiming timing = timing(Duration.ofMillis(20), Duration.ofMillis(1));
        RepositoryLock lock = RepositoryLock.acquire(locks(timing), Kind.SHARED, backend, Duration.ZERO);
        memory.names(FileType.LOCK).forEach(name -> removeQuietly(Handle.of(FileType.LOCK, name)));
        requireFailure();
        lock.close();
    }

    @Test
    void a_refresh_that_took_too_long_does_not_hide_that_the_lock_was_lost() throws Exception {
        FaultyBackend slow = new FaultyBackend(memory);
        Duration lost = Duration.ofMillis(100);
        Locks locks = new Locks(slow, TestRepositories.open(slow).files(), SELF, timing(Duration.ofMillis(1), lost));
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch hold = new CountDownLatch(1);
        try (RepositoryLock _ = RepositoryLock.acquire(locks, Kind.SHARED, backend, Duration.ZERO)) {
            slow.when(call -> isSave(call, held), new Fault.Hold(hold));
            held.await();
            memory.names(FileType.LOCK).forEach(name -> removeQuietly(Handle.of(FileType.LOCK, name)));
            Thread.sleep(lost.multipliedBy(2));
            hold.countDown();
            requireFailure();
        }
    }

    private static boolean isSave(FaultyBackend.Call call, CountDownLatch seen) {
        if (call.operation() != FaultyBackend.Operation.SAVE) {
            return false;
        }
        seen.countDown();
        return true;
    }

    private void requireFailure() {
        assertThatThrownBy(() -> {
                    while (true) {
                        backend.list(FileType.SNAPSHOT, _ -> {});
                        Thread.sleep(5);
                    }
                })
                .isInstanceOf(RepositoryLocked.class)
                .hasMessageContaining("lost");
    }

    @Test
    void releasing_works_on_an_interrupted_thread() throws Exception {
        RepositoryLock lock = acquire(Kind.SHARED);
        Thread.currentThread().interrupt();
        lock.close();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(memory.names(FileType.LOCK)).isEmpty();
    }

    @Test
    void empty_lock_files_are_passed_over() throws Exception {
        memory.save(Handle.of(FileType.LOCK, "ab".repeat(32)), Content.of(new byte[0]));
        acquire(Kind.EXCLUSIVE).close();
    }

    @Test
    void an_unreadable_lock_blocks() throws Exception {
        memory.save(Handle.of(FileType.LOCK, "ab".repeat(32)), Content.of(new byte[100]));
        assertThatThrownBy(() -> acquire(Kind.SHARED))
                .isInstanceOf(RepositoryLocked.class)
                .hasMessageContaining("abababab");
    }

    @Test
    void a_lock_of_a_dead_holder_is_not_in_the_way() throws Exception {
        plantDead(true);
        try (RepositoryLock lock = acquire(Kind.EXCLUSIVE)) {
            assertThat(memory.names(FileType.LOCK)).hasSize(1);
            assertThat(lock.removed())
                    .singleElement()
                    .satisfies(removed -> assertThat(removed.file().host()).isEqualTo(ELSEWHERE));
        }
    }

    @Test
    void dead_locks_go_also_when_they_are_not_in_the_way() throws Exception {
        plantDead(false);
        try (RepositoryLock _ = acquire(Kind.SHARED)) {
            assertThat(memory.names(FileType.LOCK)).hasSize(1);
        }
    }

    @Test
    void only_a_dead_lock_that_is_in_the_way_has_to_be_removable() throws Exception {
        plantDead(false);
        FaultyBackend refusing = new FaultyBackend(memory);
        IOException failure = new BackendException.Denied("permission denied", null);
        refusing.when(call -> call.operation() == FaultyBackend.Operation.REMOVE, new Fault.Refuse(failure));
        Locks locks = new Locks(
                refusing,
                TestRepositories.open(refusing).files(),
                SELF,
                timing(Duration.ofMinutes(5), Duration.ofMinutes(20)));
        assertThatThrownBy(() -> RepositoryLock.acquire(locks, Kind.EXCLUSIVE, backend, Duration.ZERO))
                .isSameAs(failure);
        RepositoryLock.acquire(locks, Kind.SHARED, backend, Duration.ZERO).close();
    }

    private void plantDead(boolean exclusive) throws IOException {
        OffsetDateTime longAgo = OffsetDateTime.now(ZoneId.systemDefault()).minus(Duration.ofMinutes(31));
        plant(new LockFile(longAgo, exclusive, ELSEWHERE, Optional.empty()));
    }

    private void plant(LockFile lock) throws IOException {
        repository.files().save(FileType.LOCK, lock.encode());
    }

    private RepositoryLock acquire(Kind kind) throws IOException {
        LockTiming timing = timing(Duration.ofMinutes(5), Duration.ofMinutes(20));
        return RepositoryLock.acquire(locks(timing), kind, backend, Duration.ZERO);
    }

    private static LockTiming timing(Duration refresh, Duration lost) {
        Duration moment = Duration.ofMillis(5);
        return new LockTiming(moment, refresh, lost, moment, moment);
    }

    private Locks locks(LockTiming timing) {
        return new Locks(backend, repository.files(), SELF, timing);
    }

    private void removeQuietly(Handle handle) {
        try {
            memory.remove(handle);
        } catch (BackendException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
