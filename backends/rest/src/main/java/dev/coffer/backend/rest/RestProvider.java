package dev.coffer.backend.rest;

import dev.coffer.backend.Backend;
import dev.coffer.backend.BackendLocation;
import dev.coffer.backend.BackendOptions;
import dev.coffer.backend.BackendProvider;
import dev.coffer.backend.http.Http;
import dev.coffer.backend.http.HttpSettings;
import java.io.IOException;
import java.util.Set;

/** Opens {@code rest:http://host/path/}, {@code rest:https://…} and {@code rest:http+unix:///socket:/path/}. */
public final class RestProvider implements BackendProvider {

    private static final String SCHEME = "rest";
    private static final int PREFERRED_CONNECTIONS = 5;

    /** For the service loader. */
    public RestProvider() {}

    @Override
    public Set<String> schemes() {
        return Set.of(SCHEME);
    }

    @Override
    public Backend create(BackendLocation location, BackendOptions options) throws IOException {
        RestBackend backend = connect(location, options);
        try {
            backend.createRepository();
            return backend;
        } catch (IOException e) {
            backend.close();
            throw e;
        }
    }

    /** Makes no request: a server says nothing about a place, only about files in it. */
    @Override
    public Backend open(BackendLocation location, BackendOptions options) throws IOException {
        return connect(location, options);
    }

    private static RestBackend connect(BackendLocation location, BackendOptions options) throws IOException {
        RestLocation server = RestLocation.parse(location.path(), options.environment());
        HttpSettings settings = HttpSettings.of(options);
        int connections = options.connections(SCHEME, PREFERRED_CONNECTIONS);
        Http http = server.socket().isPresent()
                ? Http.overSocket(settings, server.socket().get())
                : Http.of(settings);
        return new RestBackend(http, server, connections);
    }
}
