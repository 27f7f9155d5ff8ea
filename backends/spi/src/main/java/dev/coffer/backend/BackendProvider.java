package dev.coffer.backend;

import java.io.IOException;
import java.util.Set;

/** Opens repositories of one kind of store. Found by {@link java.util.ServiceLoader}. */
public interface BackendProvider {

    /** The location schemes this provider answers to; the first one is its name. */
    Set<String> schemes();

    /**
     * Prepares the place for a new repository (folders, bucket) as far as needed and opens it. Must not disturb what is
     * there already.
     */
    Backend create(BackendLocation location, BackendOptions options) throws IOException;

    /**
     * Opens the place of an existing repository.
     *
     * @throws BackendException.Missing if the place itself (folder, bucket) does not exist
     * @throws BackendException.Rejected if the location cannot be understood; the message says how it should look
     */
    Backend open(BackendLocation location, BackendOptions options) throws IOException;
}
