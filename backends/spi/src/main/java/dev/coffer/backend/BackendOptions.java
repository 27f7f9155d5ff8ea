package dev.coffer.backend;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Settings of a store as the user gave them ({@code -o s3.connections=10}), and the environment to take credentials from.
 *
 * @param extended the {@code -o} options, keys with their scheme prefix
 * @param environment the process's environment variables
 */
public record BackendOptions(Map<String, String> extended, Map<String, String> environment) {

    private static final String STUCK_REQUEST_TIMEOUT = "http.stuck-request-timeout";
    private static final Duration STALL_LIMIT = Duration.ofMinutes(5);

    public BackendOptions {
        extended = Map.copyOf(extended);
        environment = Map.copyOf(environment);
    }

    public static BackendOptions none() {
        return new BackendOptions(Map.of(), Map.of());
    }

    public Optional<String> option(String name) {
        return Optional.ofNullable(extended.get(name));
    }

    /** A variable of the environment, without spaces around its value; empty if it is not set, or to nothing. */
    public Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    /**
     * How many requests should run at the same time: the option {@code <scheme>.connections}, or what the store prefers.
     *
     * @throws BackendException.Rejected if the option is not a positive number
     */
    public int connections(String scheme, int preferred) throws BackendException.Rejected {
        String name = scheme + ".connections";
        String value = extended.get(name);
        if (value == null) {
            return preferred;
        }
        try {
            int connections = Integer.parseInt(value.strip());
            if (connections > 0) {
                return connections;
            }
        } catch (NumberFormatException _) {
            // told below
        }
        throw new BackendException.Rejected(
                "option " + name + " must be a whole number above 0, not '" + value + "'", null);
    }

    /**
     * How long a request to a store elsewhere may go without a byte moving: the option {@code http.stuck-request-timeout} in
     * milliseconds, whatever the protocol, or five minutes.
     *
     * @throws BackendException.Rejected if the option is not a positive number
     */
    public Duration stallLimit() throws BackendException.Rejected {
        String value = extended.get(STUCK_REQUEST_TIMEOUT);
        if (value == null) {
            return STALL_LIMIT;
        }
        try {
            long millis = Long.parseLong(value.strip());
            if (millis > 0) {
                return Duration.ofMillis(millis);
            }
        } catch (NumberFormatException _) {
            // told below
        }
        throw new BackendException.Rejected(
                "option " + STUCK_REQUEST_TIMEOUT + " must be a number of milliseconds above 0, not '" + value + "'",
                null);
    }

    /** Environment and options may hold secrets. */
    @Override
    public String toString() {
        return "BackendOptions[" + extended.keySet() + "]";
    }
}
