package dev.coffer.backend.gs;

import dev.coffer.backend.Backend;
import dev.coffer.backend.BackendLocation;
import dev.coffer.backend.BackendOptions;
import dev.coffer.backend.BackendProvider;
import java.io.IOException;
import java.util.Set;

/**
 * Opens repositories in Google Cloud Storage. Options: {@code gs.connections} (requests at the same time, 5 unless given),
 * {@code gs.region} (where a new bucket is to be, {@code us} unless given), {@code gs.storage-class} (of data packs), and
 * {@code gs.endpoint} (an address instead of Google's). Knows nothing of Google's client, which takes long to load.
 */
public final class GsProvider implements BackendProvider {

    static final String SCHEME = "gs";

    @Override
    public Set<String> schemes() {
        return Set.of(SCHEME);
    }

    @Override
    public Backend create(BackendLocation location, BackendOptions options) throws IOException {
        GsLocation place = GsLocation.parse(location);
        GsConnection connection = GsConnection.open(options);
        try {
            connection.createBucket(place.bucket());
            return connection.backend(place);
        } catch (IOException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** Makes no request: to ask for a bucket takes a permission that working with its objects does not need. */
    @Override
    public Backend open(BackendLocation location, BackendOptions options) throws IOException {
        GsLocation place = GsLocation.parse(location);
        return GsConnection.open(options).backend(place);
    }
}
