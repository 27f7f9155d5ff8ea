package dev.coffer.server;

import dev.coffer.backend.Backend;
import dev.coffer.backend.BackendException;
import java.io.IOException;
import java.util.List;

/** Knows where the repositories are. Called by many threads at a time. */
public interface RepositoryOpener {

    /**
     * Opens the place of a repository.
     *
     * @param folders lead to it from where all repositories are; none of them leads upwards
     * @throws BackendException.Missing if there is no such place, and the store tells
     */
    Backend open(List<String> folders) throws IOException;

    /** Prepares a place, if it is not there yet, and opens it. */
    Backend create(List<String> folders) throws IOException;
}
