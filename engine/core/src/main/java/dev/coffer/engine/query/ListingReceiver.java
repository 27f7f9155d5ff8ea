package dev.coffer.engine.query;

import java.io.IOException;

/** Takes what a listing finds, in the order of the snapshot, on one thread. */
@FunctionalInterface
public interface ListingReceiver {

    /** A node within the scope. */
    void listed(FoundNode found) throws IOException;

    /** A folder outside the scope, on the way to it. */
    default void passed(FoundNode folder) throws IOException {}

    /** The end of a folder that was listed or passed. */
    default void left(FoundNode folder) throws IOException {}
}
