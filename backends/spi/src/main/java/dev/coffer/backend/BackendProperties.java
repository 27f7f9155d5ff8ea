package dev.coffer.backend;

/**
 * How a store differs from others.
 *
 * @param connections number of requests that should run at the same time
 * @param atomicReplace whether saving over an existing file replaces it as a whole; otherwise a file that may be there
 *     half-written has to be removed before another attempt
 * @param listsAtOnce whether everybody who begins to list files once one has been saved finds it listed; otherwise that may
 *     take a moment
 */
public record BackendProperties(int connections, boolean atomicReplace, boolean listsAtOnce) {

    public BackendProperties {
        if (connections < 1) {
            throw new IllegalArgumentException("connections must be at least 1, not " + connections);
        }
    }

    /** A store that may take a moment to list what was saved. */
    public BackendProperties(int connections, boolean atomicReplace) {
        this(connections, atomicReplace, false);
    }
}
