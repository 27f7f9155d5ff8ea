package dev.coffer.backend;

import java.util.Map;
import java.util.Optional;

/**
 * Settings of a store as the user gave them ({@code -o s3.connections=10}), and the environment to take credentials from.
 *
 * @param extended the {@code -o} options, keys with their scheme prefix
 * @param environment the process's environment variables
 */
public record BackendOptions(Map<String, String> extended, Map<String, String> environment) {

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

    /** Environment and options may hold secrets. */
    @Override
    public String toString() {
        return "BackendOptions[" + extended.keySet() + "]";
    }
}
