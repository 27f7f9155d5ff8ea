package dev.coffer.backend;

/**
 * How a store differs from others.
 *
 * @param connections number of requests that should run at the same time
 * @param atomicReplace whether saving over an existing file replaces it as a whole; otherwise a file that may be there
 *     half-written has to be removed before another attempt
 * @param listsAtOnce whether everybody who begins to list files once one has been saved finds it listed; otherwise that may
 *     take a moment
 * @param readBytes how much one request should ask for where more is wanted: so much that waiting for the answer matters little,
 *     and no more, as it has to be in memory at a time
 */
public record BackendProperties(int connections, boolean atomicReplace, boolean listsAtOnce, int readBytes) {

    /** {@link #readBytes} of a store that may be far away: half of a usual pack. */
    public static final int DISTANT_READ = 8 << 20;

    public BackendProperties {
        if (connections < 1) {
            throw new IllegalArgumentException("connections must be at least 1, not " + connections);
        }
        if (readBytes < 1) {
            throw new IllegalArgumentException("a request must ask for at least one byte, not " + readBytes);
        }
    }

    /** A store that may be far away, and may take a moment to list what was saved. */
    public BackendProperties(int connections, boolean atomicReplace) {
        this(connections, atomicReplace, false, DISTANT_READ);
    }
}
