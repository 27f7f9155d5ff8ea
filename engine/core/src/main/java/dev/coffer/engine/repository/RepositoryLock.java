package dev.coffer.engine.repository;

import dev.coffer.backend.wrap.FreezableBackend;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.errors.RepositoryException.RepositoryLocked;
import dev.coffer.engine.repository.Locks.StoredLock;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A held lock on a repository, refreshed in the background until it is closed.
 *
 * <p>When no refresh has succeeded for too long (the store was away, or the machine asleep), others may take the lock for
 * stale and change the repository. The backend is then frozen, so that nothing more is read or written under a lock that
 * may be lost, until either the lock turns out to be still there and is refreshed, or the work is made to fail.
 *
 * <p>Closing releases the lock even on an interrupted thread. Idempotent, from any thread.
 */
public final class RepositoryLock implements AutoCloseable {

    private static final Duration FIRST_RETRY = Duration.ofSeconds(5);
    private static final Duration LAST_RETRY = Duration.ofSeconds(60);

    private final Locks locks;
    private final Kind kind;
    private final FreezableBackend backend;
    private final List<StoredLock> removed;
    private final Thread refresher;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicBoolean released = new AtomicBoolean();
    private final Set<ObjectId> superseded = ConcurrentHashMap.newKeySet();
    private volatile ObjectId current;
    private volatile Instant refreshed = Instant.now();

    /** Whether this lock holds the backend back; the refresher's alone. */
    private boolean frozen;

    private RepositoryLock(Locks locks, Kind kind, FreezableBackend backend, ObjectId id, List<StoredLock> removed) {
        this.locks = locks;
        this.kind = kind;
        this.backend = backend;
        this.current = id;
        this.removed = List.copyOf(removed);
        this.refresher = Thread.ofVirtual().name("lock refresh").unstarted(this::refreshUntilClosed);
    }

    /** What a lock excludes. */
    public enum Kind {
        /** Excludes exclusive locks. */
        SHARED,
        /** Excludes all other locks. */
        EXCLUSIVE
    }

    /**
     * Takes a lock, trying again for {@code patience} while others are in the way.
     *
     * @throws RepositoryLocked if they still are in the end
     */
    static RepositoryLock acquire(Locks locks, Kind kind, FreezableBackend backend, Duration patience)
            throws IOException {
        Instant deadline = Instant.now().plus(patience);
        Duration pause = FIRST_RETRY;
        while (true) {
            try {
                return tryAcquire(locks, kind, backend);
            } catch (RepositoryLocked e) {
                Duration left = Duration.between(Instant.now(), deadline);
                if (left.isNegative() || left.isZero()) {
                    throw e;
                }
                Pauses.sleep(pause.compareTo(left) < 0 ? pause : left);
                pause = pause.multipliedBy(2).compareTo(LAST_RETRY) < 0 ? pause.multipliedBy(2) : LAST_RETRY;
            }
        }
    }

    private static RepositoryLock tryAcquire(Locks locks, Kind kind, FreezableBackend backend) throws IOException {
        List<StoredLock> removed = new ArrayList<>(locks.requireFree(kind, Optional.empty()));
        ObjectId id = locks.create(kind);
        try {
            Pauses.sleep(locks.timing().settle());
            removed.addAll(locks.requireFree(kind, Optional.of(id)));
        } catch (IOException e) {
            Shielded.run("lock release", () -> locks.remove(id));
            throw e;
        }
        RepositoryLock lock = new RepositoryLock(locks, kind, backend, id, removed);
        lock.refresher.start();
        return lock;
    }

    /** Locks of others that were in the way, and were removed because there is proof that nobody held them. */
    public List<StoredLock> removed() {
        return removed;
    }

    /** Nothing interrupts this thread: a refresh under way is never torn. */
    private void refreshUntilClosed() {
        try {
            while (!closed.await(locks.timing().tick().toMillis(), TimeUnit.MILLISECONDS)) {
                tick();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            backend.fail(new RepositoryLocked(
                    "The lock on the repository cannot be refreshed any more, because of a fault of this program (" + e
                            + "). The work was stopped to keep the repository safe.",
                    e));
        }
        if (frozen) {
            backend.fail(
                    new RepositoryLocked("The lock was released before it was clear whether it still held.", null));
        }
    }

    private void tick() throws InterruptedException {
        Duration age = age();
        if (lost()) {
            recover();
        } else if (age.isNegative() || age.compareTo(locks.timing().refresh()) > 0) {
            refreshWatched();
        }
    }

    /** By the wall clock, which others judge the lock by, and which goes on while the machine sleeps. */
    private Duration age() {
        return Duration.between(refreshed, Instant.now());
    }

    private boolean lost() {
        return age().compareTo(locks.timing().lost()) > 0;
    }

    /** Retries can make a refresh last long; meanwhile the lock may be lost, and then all work has to stop at once. */
    private void refreshWatched() throws InterruptedException {
        Thread attempt = Thread.ofVirtual().name("lock refresh attempt").start(this::refresh);
        while (!attempt.join(locks.timing().tick())) {
            if (lost()) {
                freeze();
            }
        }
    }

    /** A failure is not reported: the next tick tries again, and in the end {@link #recover()} decides. */
    private void refresh() {
        try {
            ObjectId fresh = locks.create(kind);
            if (lost()) {
                superseded.add(fresh);
            } else {
                replaceBy(fresh);
            }
        } catch (IOException _) {
            // Tried again at the next tick.
        }
    }

    private void freeze() {
        frozen = true;
        backend.freeze();
    }

    private void thaw() {
        frozen = false;
        backend.thaw();
    }

    private void replaceBy(ObjectId fresh) {
        superseded.add(current);
        current = fresh;
        refreshed = Instant.now();
        removeSuperseded();
    }

    private void removeSuperseded() {
        superseded.removeIf(this::removed);
    }

    private boolean removed(ObjectId id) {
        try {
            locks.remove(id);
            return true;
        } catch (IOException _) {
            // Tried again at the next refresh and at the end; until then it does no harm.
            return false;
        }
    }

    private void recover() {
        freeze();
        try {
            if (!locks.exists(current)) {
                throw new RepositoryLocked("the lock file is gone", null);
            }
            ObjectId fresh = locks.create(kind);
            superseded.add(fresh);
            Pauses.sleep(locks.timing().settle());
            if (!locks.exists(current)) {
                removeSuperseded();
                throw new RepositoryLocked("the lock file is gone", null);
            }
            superseded.remove(fresh);
            replaceBy(fresh);
            thaw();
        } catch (RepositoryLocked e) {
            backend.fail(new RepositoryLocked(
                    "The lock on the repository was lost (" + e.getMessage() + "): it could not be refreshed for "
                            + locks.timing().lost().toMinutes()
                            + " minutes. The work was stopped to keep the repository"
                            + " safe; run the command again.",
                    e));
            closed.countDown();
        } catch (IOException _) {
            // The store is still away; the next tick tries again, and all work waits until then.
        }
    }

    @Override
    public void close() throws IOException {
        if (released.getAndSet(true)) {
            return;
        }
        closed.countDown();
        Shielded.run("lock release", () -> {
            refresher.join();
            superseded.add(current);
            removeSuperseded();
        });
    }
}
