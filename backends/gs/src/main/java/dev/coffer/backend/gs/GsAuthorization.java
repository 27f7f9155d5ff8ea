package dev.coffer.backend.gs;

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.util.Map;

/** Says to the service who asks. For any number of threads. */
@FunctionalInterface
interface GsAuthorization extends Closeable {

    /** Headers for a request to an address. May log in first. */
    Map<String, String> headers(URI uri) throws IOException;

    /**
     * Logs in anew, after the service has refused what {@link #headers} gave.
     *
     * @return whether another attempt makes sense
     */
    default boolean renew() throws IOException {
        return false;
    }

    /** The project that the credentials belong to; empty if they do not say. */
    default String project() {
        return "";
    }

    @Override
    default void close() {}

    /** Nobody in particular. */
    static GsAuthorization anonymous() {
        return _ -> Map.of();
    }

    /** A token that somebody else has got, and that lasts as long as it lasts. */
    static GsAuthorization token(String token) {
        Map<String, String> headers = Map.of("Authorization", "Bearer " + token);
        return _ -> headers;
    }
}
