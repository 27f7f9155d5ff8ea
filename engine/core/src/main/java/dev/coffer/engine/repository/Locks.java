package dev.coffer.engine.repository;

import dev.coffer.backend.Backend;
import dev.coffer.backend.BackendException;
import dev.coffer.backend.FileType;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.errors.RepositoryException.RepositoryLocked;
import dev.coffer.engine.host.HostIdentity;
import dev.coffer.engine.host.LocalClock;
import dev.coffer.engine.host.ProcessMark;
import dev.coffer.engine.store.FileStore;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The lock files of a repository: reading, writing and judging them. Safe for use by any thread. */
public final class Locks {

    private static final int UNREADABLE_TRIES = 4;

    private final Backend backend;
    private final FileStore files;
    private final HostIdentity self;
    private final LockTiming timing;

    Locks(Backend backend, FileStore files, HostIdentity self, LockTiming timing) {
        this.backend = backend;
        this.files = files;
        this.self = self;
        this.timing = timing;
    }

    /** A lock file as it is listed. */
    public record StoredLock(ObjectId id, LockFile file) {}

    /** All locks that can be read; the others are passed over, damaged ones too. */
    public List<StoredLock> list() throws IOException {
        List<StoredLock> locks = new ArrayList<>();
        for (ObjectId id : listIds()) {
            readable(id).ifPresent(file -> locks.add(new StoredLock(id, file)));
        }
        return locks;
    }

    private Optional<LockFile> readable(ObjectId id) throws IOException {
        try {
            return Optional.of(read(id));
        } catch (BackendException.Missing _) {
            return Optional.empty();
        } catch (BackendException | InterruptedIOException e) {
            throw e;
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private LockFile read(ObjectId id) throws IOException {
        return LockFile.decode(files.load(FileType.LOCK, id));
    }

    /** Files without content, which a crash of their writer leaves, are no locks. */
    private List<ObjectId> listIds() throws IOException {
        List<ObjectId> ids = new ArrayList<>();
        backend.list(FileType.LOCK, info -> {
            if (info.size() > 0) {
                ids.add(ObjectId.parse(info.name()));
            }
        });
        return ids;
    }

    /** Empty if the lock was released in the meantime. */
    private Optional<LockFile> load(ObjectId id) throws IOException {
        Duration pause = timing.unreadableRetry();
        for (int tries = 1; ; tries++) {
            try {
                return Optional.of(read(id));
            } catch (BackendException.Missing _) {
                return Optional.empty();
            } catch (BackendException | InterruptedIOException e) {
                throw e;
            } catch (IOException e) {
                if (tries == UNREADABLE_TRIES) {
                    throw new RepositoryLocked(
                            "Lock file " + id.shortHex() + " cannot be read: " + e.getMessage()
                                    + ". If no other program uses the repository, `coffer unlock --remove-all` removes it.",
                            e);
                }
                Pauses.sleep(pause);
                pause = pause.multipliedBy(2);
            }
        }
    }

    /** What can be said about the holder of a lock, now. */
    public LockStanding standing(LockFile lock) {
        return lock.standing(self, Instant.now());
    }

    /**
     * Makes sure that no lock but {@code own} is in the way, and removes dead ones.
     *
     * @return the locks that were removed
     * @throws RepositoryLocked naming the holder
     */
    List<StoredLock> requireFree(RepositoryLock.Kind wanted, Optional<ObjectId> own) throws IOException {
        List<StoredLock> removed = new ArrayList<>();
        for (ObjectId id : listIds()) {
            if (own.isPresent() && own.get().equals(id)) {
                continue;
            }
            Optional<StoredLock> lock = load(id).map(file -> new StoredLock(id, file));
            if (lock.isPresent()) {
                boolean inTheWay = lock.get().file().conflictsWith(wanted);
                if (standing(lock.get().file()).dead()) {
                    removeDead(lock.get(), inTheWay, removed);
                } else if (inTheWay) {
                    throw conflict(lock.get().file());
                }
            }
        }
        return removed;
    }

    private void removeDead(StoredLock lock, boolean inTheWay, List<StoredLock> removed) throws IOException {
        try {
            remove(lock.id());
            removed.add(lock);
        } catch (BackendException e) {
            if (inTheWay) {
                throw e;
            }
        }
    }

    private RepositoryLocked conflict(LockFile lock) {
        Instant now = Instant.now();
        String advice = standing(lock).stale()
                ? "It looks stale; `coffer unlock` removes stale locks, and tells why it takes them for stale."
                : "Wait until it is released, or use --retry-lock. `coffer unlock` removes locks that are stale.";
        return new RepositoryLocked(
                "The repository at " + backend.location() + " is locked: " + lock.describe(now) + ". " + advice, null);
    }

    ObjectId create(RepositoryLock.Kind kind) throws IOException {
        LockFile lock = new LockFile(
                LocalClock.ofSystem().now(), kind == RepositoryLock.Kind.EXCLUSIVE, self, ProcessMark.current());
        FileStore.SealedFile file = files.seal(lock.encode());
        try {
            files.store(FileType.LOCK, file);
        } catch (IOException e) {
            // It may be there nevertheless, and would be in the way of others until it is stale.
            Shielded.run("lock withdrawal", () -> remove(file.id()));
            throw e;
        }
        return file.id();
    }

    boolean exists(ObjectId id) throws IOException {
        return listIds().contains(id);
    }

    /** Removes a lock file; one that is gone already is fine. */
    public void remove(ObjectId id) throws IOException {
        try {
            files.remove(FileType.LOCK, id);
        } catch (BackendException.Missing _) {
            // Someone else has removed it; the aim is reached.
        }
    }

    /** Removes every lock file, readable or not, and returns their number. */
    public int removeAll() throws IOException {
        List<ObjectId> ids = files.list(FileType.LOCK);
        for (ObjectId id : ids) {
            remove(id);
        }
        return ids.size();
    }

    HostIdentity self() {
        return self;
    }

    LockTiming timing() {
        return timing;
    }
}
