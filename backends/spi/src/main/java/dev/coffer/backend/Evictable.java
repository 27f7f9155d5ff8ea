package dev.coffer.backend;

import java.io.IOException;

/**
 * A store that may answer from a copy it keeps. A reader who finds that what it got is not what the name promises evicts
 * the file and asks once more before it calls the repository damaged.
 *
 * <p>All decorators of {@code dev.coffer.backend.wrap} pass the request on, so it reaches a cache anywhere below them.
 */
public interface Evictable {

    /** Forgets the copy of a file, so that the next load asks the store itself. Nothing happens if there is none. */
    void evict(Handle handle) throws IOException;

    /**
     * Evicts a file from whatever copies the backend keeps.
     *
     * @return whether the backend may have kept one, so that another attempt makes sense
     */
    static boolean evict(Backend backend, Handle handle) throws IOException {
        if (!(backend instanceof Evictable evictable)) {
            return false;
        }
        evictable.evict(handle);
        return true;
    }
}
