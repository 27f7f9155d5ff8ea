package dev.coffer.backend.swift;

import dev.coffer.backend.Backend;
import dev.coffer.backend.BackendLocation;
import dev.coffer.backend.BackendOptions;
import dev.coffer.backend.BackendProvider;
import dev.coffer.backend.http.Http;
import dev.coffer.backend.http.HttpSettings;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/**
 * Opens repositories in OpenStack Swift. Option {@code swift.connections}: requests at the same time, 5 unless given. A new
 * container is stored as {@code SWIFT_DEFAULT_CONTAINER_POLICY} says.
 */
public final class SwiftProvider implements BackendProvider {

    private static final String SCHEME = "swift";
    private static final int PREFERRED_CONNECTIONS = 5;

    @Override
    public Set<String> schemes() {
        return Set.of(SCHEME);
    }

    @Override
    public Backend create(BackendLocation location, BackendOptions options) throws IOException {
        Optional<String> policy = new Variables(options.environment()).first("SWIFT_DEFAULT_CONTAINER_POLICY");
        return connect(location, options, container -> container.create(policy));
    }

    @Override
    public Backend open(BackendLocation location, BackendOptions options) throws IOException {
        return connect(location, options, SwiftContainer::require);
    }

    private interface Preparation {
        void run(SwiftContainer container) throws IOException;
    }

    private static Backend connect(BackendLocation location, BackendOptions options, Preparation preparation)
            throws IOException {
        SwiftLocation place = SwiftLocation.parse(location);
        int connections = options.connections(SCHEME, PREFERRED_CONNECTIONS);
        Authenticator authenticator = new SwiftEnvironment(options.environment()).authenticator();
        SwiftClient client = new SwiftClient(Http.of(HttpSettings.of(options)), authenticator);
        SwiftContainer container = new SwiftContainer(client, place.container());
        try {
            preparation.run(container);
        } catch (IOException | RuntimeException e) {
            client.close();
            throw e;
        }
        return new SwiftBackend(client, container, place, connections);
    }
}
