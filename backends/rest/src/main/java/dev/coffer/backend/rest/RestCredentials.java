package dev.coffer.backend.rest;

import java.net.PasswordAuthentication;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** User and password from the environment, under the names that restic knows, or else those of Stash. */
final class RestCredentials {

    private static final List<String> PREFIXES = List.of("RESTIC_REST_", "REST_SERVER_");

    private RestCredentials() {}

    static Optional<PasswordAuthentication> in(Map<String, String> environment) {
        for (String prefix : PREFIXES) {
            String user = environment.getOrDefault(prefix + "USERNAME", "");
            String password = environment.getOrDefault(prefix + "PASSWORD", "");
            if (!user.isEmpty() || !password.isEmpty()) {
                return Optional.of(new PasswordAuthentication(user, password.toCharArray()));
            }
        }
        return Optional.empty();
    }
}
