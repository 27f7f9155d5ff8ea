package dev.coffer.backend.b2;

import dev.coffer.backend.Backend;
import dev.coffer.backend.BackendException;
import dev.coffer.backend.BackendLocation;
import dev.coffer.backend.BackendOptions;
import dev.coffer.backend.BackendProvider;
import dev.coffer.backend.http.Http;
import dev.coffer.backend.http.HttpSettings;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

/**
 * Opens repositories in Backblaze B2. Options: {@code b2.connections}, requests at the same time, 5 unless given;
 * {@code b2.api-url}, another address to log in at.
 */
public final class B2Provider implements BackendProvider {

    private static final String SCHEME = "b2";
    private static final int PREFERRED_CONNECTIONS = 5;
    private static final String API_URL = "b2.api-url";
    private static final String BACKBLAZE = "https://api.backblazeb2.com";

    @Override
    public Set<String> schemes() {
        return Set.of(SCHEME);
    }

    @Override
    public Backend create(BackendLocation location, BackendOptions options) throws IOException {
        return connect(location, options, B2Buckets::create);
    }

    @Override
    public Backend open(BackendLocation location, BackendOptions options) throws IOException {
        return connect(location, options, B2Buckets::open);
    }

    private interface Preparation {
        Bucket run(B2Buckets buckets, String name) throws IOException;
    }

    private static Backend connect(BackendLocation location, BackendOptions options, Preparation preparation)
            throws IOException {
        B2Location place = B2Location.parse(location);
        int connections = options.connections(SCHEME, PREFERRED_CONNECTIONS);
        B2Key key = B2Key.of(options.environment());
        B2Api api = new B2Api(Http.of(HttpSettings.of(options)), server(options), key);
        try {
            Bucket bucket = preparation.run(new B2Buckets(api), place.bucket());
            return new B2Backend(api, bucket, place, connections);
        } catch (IOException | RuntimeException e) {
            api.close();
            throw e;
        }
    }

    private static URI server(BackendOptions options) throws BackendException.Rejected {
        String given = options.option(API_URL).orElse(BACKBLAZE);
        try {
            URI server = new URI(given.endsWith("/") ? given.substring(0, given.length() - 1) : given);
            if (server.getHost() != null) {
                return server;
            }
        } catch (URISyntaxException _) {
            // told below
        }
        throw new BackendException.Rejected("option " + API_URL + " must be an address such as " + BACKBLAZE, null);
    }
}
