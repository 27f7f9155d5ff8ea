package dev.coffer.server;

import java.util.Optional;

/** Finds out who sends a request. Safe for use by all threads. */
interface Authentication {

    /** Everybody is let in, and has no name. */
    Authentication NONE = _ -> Optional.of("");

    /**
     * Name of the user.
     *
     * @param header the request's {@code Authorization}, or an empty text
     * @return empty if he has not proved to be one
     */
    Optional<String> user(String header);
}
