package dev.coffer.operator.agent.maintenance;

import static dev.coffer.backend.FileType.INDEX;
import static dev.coffer.backend.FileType.KEY;
import static dev.coffer.backend.FileType.LOCK;
import static dev.coffer.backend.FileType.PACK;
import static dev.coffer.backend.FileType.SNAPSHOT;

import dev.coffer.backend.Backend;
import dev.coffer.backend.BackendException;
import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import dev.coffer.engine.errors.RepositoryException.BadRequest;
import dev.coffer.engine.errors.RepositoryException.RepositoryNotFound;
import dev.coffer.engine.errors.RepositoryException.WrongPassword;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.repository.RepositoryLock;
import dev.coffer.engine.tasks.TaskGroup;
import dev.coffer.operator.agent.access.RepositoryAccess;
import dev.coffer.operator.agent.holder.Locking;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes a repository as a whole, in an order in which every part of it stays what it looks like until the end:
 *
 * <ol>
 *   <li>snapshots, index, packs, under an exclusive lock: nothing is removed that something else still refers to;
 *   <li>keys, the one in use last; from then on nobody can begin anything in it;
 *   <li>locks, then the config.
 * </ol>
 *
 * <p>The config is last because it is what makes a place a repository. As long as it is there, nobody makes a new repository among
 * the remains of this one, and another attempt finds its way: with the password while there are keys, and without it when nothing
 * that a key could open is left. A place without config that holds files all the same is not recognised, and left alone.
 */
public final class WipeOut {

    private static final Logger LOG = LoggerFactory.getLogger(WipeOut.class);

    private final RepositoryAccess access;
    private final Locking locking;

    /** @param access works without a cache */
    public WipeOut(RepositoryAccess access, Locking locking) {
        this.access = access.with(access.settings().withCache(Optional.empty()));
        this.locking = locking;
    }

    /**
     * Removes it; if there is none, that is fine.
     *
     * @return how many files were removed
     * @throws BadRequest if what is there cannot be recognised as a repository, and therefore was left alone
     */
    public long run() throws IOException {
        try (Repository repository = access.open()) {
            return remove(repository);
        } catch (RepositoryNotFound _) {
            requireNothing();
            return 0;
        } catch (WrongPassword e) {
            return removeRest(e);
        }
    }

    private long remove(Repository repository) throws IOException {
        Backend store = repository.backend();
        long removed = 0;
        try (RepositoryLock _ = locking.lock(repository, RepositoryLock.Kind.EXCLUSIVE)) {
            for (FileType type : List.of(SNAPSHOT, INDEX, PACK)) {
                removed += removeAll(store, type, names(store, type));
            }
            String own = repository.keyId().toString();
            List<String> keys = names(store, KEY);
            keys.remove(own);
            removed += removeAll(store, KEY, keys) + removeAll(store, KEY, List.of(own));
        }
        return removed + removeEnd(store);
    }

    /** An earlier attempt has come as far as the last key. */
    private long removeRest(WrongPassword failure) throws IOException {
        try (Backend store = access.store()) {
            if (remains(store).isPresent()) {
                throw failure;
            }
            return removeEnd(store);
        }
    }

    private static long removeEnd(Backend store) throws IOException {
        return removeAll(store, LOCK, names(store, LOCK)) + remove(store, Handle.CONFIG);
    }

    private void requireNothing() throws IOException {
        try (Backend store = access.store()) {
            Optional<FileType> remains = remains(store);
            if (remains.isPresent()) {
                throw new BadRequest("There are files in " + remains.get().directory() + " at " + access.place()
                        + ", but no config, so nothing says that they are a repository. They were left alone:"
                        + " remove them by hand.");
            }
        } catch (BackendException.Missing _) {
            LOG.info("There is nothing at {}", access.place());
        }
    }

    /** A type of which there are files that a key opens, or a key. */
    private static Optional<FileType> remains(Backend store) throws IOException {
        for (FileType type : List.of(KEY, SNAPSHOT, INDEX, PACK)) {
            if (!names(store, type).isEmpty()) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    private static List<String> names(Backend store, FileType type) throws IOException {
        List<String> names = new ArrayList<>();
        store.list(type, file -> names.add(file.name()));
        return names;
    }

    private static long removeAll(Backend store, FileType type, List<String> names) throws IOException {
        LongAdder removed = new LongAdder();
        try (TaskGroup tasks = new TaskGroup("wipe-out", store.properties().connections())) {
            for (String name : names) {
                tasks.fork(() -> removed.add(remove(store, Handle.of(type, name))));
            }
            tasks.join();
        }
        LOG.info("Removed {} files of {}", removed, type.directory());
        return removed.sum();
    }

    /** One that is gone already was removed by an earlier attempt. */
    private static int remove(Backend store, Handle file) throws IOException {
        try {
            store.remove(file);
            return 1;
        } catch (BackendException.Missing _) {
            return 0;
        }
    }
}
