package dev.coffer.engine.repository;

import dev.coffer.backend.Backend;
import dev.coffer.backend.wrap.FreezableBackend;

/**
 * A store as a repository uses it, below any cache.
 *
 * @param freezable what stops when a lock may be lost; below the retries, so that each attempt waits
 * @param retrying what everything goes through
 */
record Stores(FreezableBackend freezable, Backend retrying) {

    static Stores over(Backend store, RepositoryOptions options) {
        FreezableBackend freezable = new FreezableBackend(store);
        return new Stores(freezable, options.retries().apply(freezable));
    }
}
