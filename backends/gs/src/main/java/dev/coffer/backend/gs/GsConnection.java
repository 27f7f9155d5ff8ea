package dev.coffer.backend.gs;

import com.google.api.gax.rpc.FixedHeaderProvider;
import com.google.auth.Credentials;
import com.google.auth.http.HttpCredentialsAdapter;
import com.google.auth.http.HttpTransportFactory;
import com.google.auth.oauth2.GoogleCredentials;
import com.google.cloud.ServiceOptions;
import com.google.cloud.http.HttpTransportOptions;
import com.google.cloud.storage.BucketInfo;
import com.google.cloud.storage.Storage;
import com.google.cloud.storage.Storage.BucketField;
import com.google.cloud.storage.Storage.BucketGetOption;
import com.google.cloud.storage.StorageOptions;
import dev.coffer.backend.Backend;
import dev.coffer.backend.BackendException;
import dev.coffer.backend.BackendOptions;
import dev.coffer.backend.http.HttpSettings;
import java.io.Closeable;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Google's client, set up as the user wants it. It makes no request twice. */
final class GsConnection implements Closeable {

    private static final int PREFERRED_CONNECTIONS = 5;

    /** What the client is told if nobody knows the project; else it would look for one on this machine and in the network. */
    private static final String NO_PROJECT = "-";

    /** {@link GsCalls} sees that no request takes too long. */
    private static final int FOR_EVER = 0;

    /** Where the client says what its exceptions say, too. */
    private static final Logger REFUSALS = Logger.getLogger(HttpCredentialsAdapter.class.getName());

    private final BackendOptions options;
    private final Storage storage;
    private final GsCalls calls;
    private final String project;
    private final int connections;

    private GsConnection(BackendOptions options, Storage storage, GsCalls calls, String project)
            throws BackendException {
        this.options = options;
        this.storage = storage;
        this.calls = calls;
        this.project = project;
        this.connections = options.connections(GsProvider.SCHEME, PREFERRED_CONNECTIONS);
    }

    static GsConnection open(BackendOptions options) throws BackendException {
        REFUSALS.setLevel(Level.OFF);
        HttpSettings settings = HttpSettings.of(options);
        GsEndpoint endpoint = GsEndpoint.of(options);
        HttpTransportFactory transport = GsTransport.of(settings);
        Credentials credentials = new GsCredentials(options.environment(), transport).choose(endpoint.emulator());
        String project = project(options, credentials);
        Storage storage = StorageOptions.http()
                .setHost(endpoint.address())
                .setProjectId(project)
                .setCredentials(credentials)
                .setTransportOptions(timeLimits(settings, transport))
                .setRetrySettings(ServiceOptions.getNoRetrySettings())
                .setStorageRetryStrategy(new NeverAgain())
                .setHeaderProvider(FixedHeaderProvider.create(headers(settings)))
                .build()
                .getService();
        return new GsConnection(options, storage, new GsCalls(endpoint.address(), settings.stallLimit()), project);
    }

    private static String project(BackendOptions options, Credentials credentials) {
        String given =
                options.environment().getOrDefault("GOOGLE_PROJECT_ID", "").strip();
        if (!given.isEmpty()) {
            return given;
        }
        return credentials instanceof GoogleCredentials known
                ? Objects.requireNonNullElse(known.getProjectId(), NO_PROJECT)
                : NO_PROJECT;
    }

    private static HttpTransportOptions timeLimits(HttpSettings settings, HttpTransportFactory transport) {
        return HttpTransportOptions.newBuilder()
                .setHttpTransportFactory(transport)
                .setConnectTimeout(Math.toIntExact(settings.connectTimeout().toMillis()))
                .setReadTimeout(FOR_EVER)
                .build();
    }

    private static Map<String, String> headers(HttpSettings settings) {
        Map<String, String> headers = new HashMap<>(settings.headers());
        headers.put("User-Agent", settings.userAgent());
        return headers;
    }

    /**
     * Creates a bucket if there is none. Whoever may not ask whether it is there is taken to know that it is: that takes another
     * permission than working with objects.
     */
    void createBucket(String name) throws IOException {
        if (!isThere(name)) {
            if (project.equals(NO_PROJECT)) {
                throw new BackendException.Rejected(
                        "cannot create bucket " + name + ": GOOGLE_PROJECT_ID must say in which project", null);
            }
            BucketInfo bucket = BucketInfo.newBuilder(name)
                    .setLocation(options.option("gs.region").orElse("us"))
                    .build();
            calls.run("create bucket " + name, _ -> storage.create(bucket));
        }
    }

    private boolean isThere(String name) throws IOException {
        try {
            return calls.run(
                            "find bucket " + name,
                            _ -> Optional.ofNullable(storage.get(name, BucketGetOption.fields(BucketField.NAME))))
                    .isPresent();
        } catch (BackendException.Denied _) {
            // requests for objects will tell
            return true;
        }
    }

    Storage storage() {
        return storage;
    }

    GsCalls calls() {
        return calls;
    }

    Backend backend(GsLocation location) {
        return new GsBackend(this, location, PackClass.of(options), connections);
    }

    @Override
    public void close() throws IOException {
        try {
            storage.close();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("cannot close the connection to Google Cloud Storage", e);
        }
    }
}
