package dev.coffer.cli;

import java.util.Map;
import java.util.Optional;

/**
 * The environment variables of the process. One that is empty counts as not set.
 *
 * @param variables by name; they may hold secrets
 */
record Environment(Map<String, String> variables) {

    Environment {
        variables = Map.copyOf(variables);
    }

    Optional<String> get(String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isEmpty());
    }

    @Override
    public String toString() {
        return "Environment" + variables.keySet();
    }
}
