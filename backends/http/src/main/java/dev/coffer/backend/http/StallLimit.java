package dev.coffer.backend.http;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.BackendOptions;
import java.time.Duration;
import java.util.Optional;

/** The option {@code http.stuck-request-timeout}. */
final class StallLimit {

    private static final String OPTION = "http.stuck-request-timeout";
    private static final Duration DEFAULT = Duration.ofMinutes(5);

    private StallLimit() {}

    static Duration of(BackendOptions options) throws BackendException.Rejected {
        Optional<String> given = options.option(OPTION);
        if (given.isEmpty()) {
            return DEFAULT;
        }
        try {
            long millis = Long.parseLong(given.get().strip());
            if (millis > 0) {
                return Duration.ofMillis(millis);
            }
        } catch (NumberFormatException _) {
            // told below
        }
        throw new BackendException.Rejected(
                "option " + OPTION + " must be a number of milliseconds above 0, not '" + given.get() + "'", null);
    }
}
