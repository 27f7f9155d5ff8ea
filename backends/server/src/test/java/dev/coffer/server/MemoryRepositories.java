package dev.coffer.server;

import dev.coffer.backend.Backend;
import dev.coffer.backend.BackendException;
import dev.coffer.backend.memory.MemoryBackend;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** Repositories in memory, behind whatever a test puts in front of them. */
final class MemoryRepositories implements RepositoryOpener {

    private final Map<List<String>, MemoryBackend> stores = new ConcurrentHashMap<>();
    private volatile UnaryOperator<Backend> front = store -> store;

    /** From the next opening of a repository on. */
    void putInFront(UnaryOperator<Backend> decorator) {
        front = decorator;
    }

    /** A repository, which is made if it is not there. */
    MemoryBackend at(String... folders) {
        return stores.computeIfAbsent(List.of(folders), _ -> new MemoryBackend());
    }

    boolean contains(String... folders) {
        return stores.containsKey(List.of(folders));
    }

    @Override
    public Backend open(List<String> folders) throws BackendException {
        MemoryBackend store = stores.get(folders);
        if (store == null) {
            throw new BackendException.Missing("no repository in " + folders, null);
        }
        return front.apply(store);
    }

    @Override
    public Backend create(List<String> folders) {
        return front.apply(at(folders.toArray(String[]::new)));
    }
}
