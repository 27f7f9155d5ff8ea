package dev.coffer.backend.gs;

import com.google.api.client.http.HttpTransport;
import com.google.api.client.http.LowLevelHttpRequest;
import dev.coffer.backend.BackendException;
import dev.coffer.backend.BackendOptions;
import dev.coffer.backend.http.Http;
import dev.coffer.backend.http.HttpSettings;
import java.io.Closeable;
import java.net.URI;
import java.util.Map;
import java.util.Set;

/** Lets Google's library send its requests as the store sends its own. For any number of threads. */
final class GoogleTransport extends HttpTransport implements Closeable {

    /** What machines of Google's are told about themselves; never behind a proxy, and at once or not at all. */
    private static final Set<String> METADATA = Set.of("169.254.169.254", "metadata.google.internal");

    private static final BackendOptions NEARBY =
            new BackendOptions(Map.of("http.stuck-request-timeout", "5000"), Map.of());

    private final Http internet;
    private final Http nearby;

    private GoogleTransport(Http internet, Http nearby) {
        this.internet = internet;
        this.nearby = nearby;
    }

    static GoogleTransport of(BackendOptions options) throws BackendException {
        return new GoogleTransport(Http.of(HttpSettings.of(options)), Http.of(HttpSettings.of(NEARBY)));
    }

    @Override
    protected LowLevelHttpRequest buildRequest(String method, String url) {
        URI uri = URI.create(url);
        return METADATA.contains(uri.getHost())
                ? new GoogleRequest(nearby, GoogleTransport::noMachine, method, uri)
                : new GoogleRequest(internet, failure -> failure, method, uri);
    }

    /** Whoever is not on a machine of Google's does not get there by waiting. */
    private static BackendException noMachine(BackendException failure) {
        return new BackendException.Denied(
                failure.getMessage() + "; without credentials in GOOGLE_APPLICATION_CREDENTIALS,"
                        + " GOOGLE_SERVICE_ACCOUNT_JSON_KEY or GOOGLE_ACCESS_TOKEN, this must be a machine of Google's",
                failure);
    }

    @Override
    public void shutdown() {
        close();
    }

    @Override
    public void close() {
        internet.close();
        nearby.close();
    }
}
