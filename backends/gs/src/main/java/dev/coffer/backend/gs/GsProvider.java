package dev.coffer.backend.gs;

import dev.coffer.backend.Backend;
import dev.coffer.backend.BackendLocation;
import dev.coffer.backend.BackendOptions;
import dev.coffer.backend.BackendProvider;
import dev.coffer.backend.http.Http;
import dev.coffer.backend.http.HttpSettings;
import java.io.IOException;
import java.util.Set;

/**
 * Opens repositories in Google Cloud Storage. Options: {@code gs.connections} (requests at the same time, 5 unless given),
 * {@code gs.region} (where a new bucket is to be, {@code us} unless given), {@code gs.storage-class} (of data packs), and
 * {@code gs.endpoint} (an address instead of Google's).
 */
public final class GsProvider implements BackendProvider {

    private static final String SCHEME = "gs";
    private static final int PREFERRED_CONNECTIONS = 5;

    @Override
    public Set<String> schemes() {
        return Set.of(SCHEME);
    }

    @Override
    public Backend create(BackendLocation location, BackendOptions options) throws IOException {
        return connect(
                location,
                options,
                bucket -> bucket.create(
                        options.variable("GOOGLE_PROJECT_ID").orElse(""),
                        options.option("gs.region").orElse("us")));
    }

    /** Makes no request: to ask for a bucket takes a permission that working with its objects does not need. */
    @Override
    public Backend open(BackendLocation location, BackendOptions options) throws IOException {
        return connect(location, options, _ -> {});
    }

    private interface Preparation {
        void run(GsBucket bucket) throws IOException;
    }

    private static Backend connect(BackendLocation location, BackendOptions options, Preparation preparation)
            throws IOException {
        GsLocation place = GsLocation.parse(location);
        GsAddresses addresses = GsAddresses.of(options);
        int connections = options.connections(SCHEME, PREFERRED_CONNECTIONS);
        HttpSettings settings = HttpSettings.of(options);
        GsAuthorization authorization = GsCredentials.of(options, addresses.emulator());
        GsClient client = new GsClient(Http.of(settings), authorization);
        GsBucket bucket = new GsBucket(client, addresses, place.bucket());
        try {
            preparation.run(bucket);
        } catch (IOException | RuntimeException e) {
            client.close();
            throw e;
        }
        return new GsBackend(client, bucket, place.names(), StorageClass.of(options), connections);
    }
}
