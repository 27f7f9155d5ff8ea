package dev.coffer.backend.s3;

import java.util.Map;
import java.util.Optional;

/** Environment variables, of which empty ones count as not set. */
final class Variables {

    private Variables() {}

    /** The first of these that is set. */
    static Optional<String> text(Map<String, String> environment, String... names) {
        for (String name : names) {
            String value = environment.getOrDefault(name, "").strip();
            if (!value.isEmpty()) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }
}
