package dev.coffer.backend.gs;

import com.google.auth.Retryable;
import com.google.auth.oauth2.ComputeEngineCredentials;
import com.google.auth.oauth2.GoogleCredentials;
import dev.coffer.backend.BackendException;
import dev.coffer.backend.BackendOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Tokens from Google, for a service account, a user, or an identity of another cloud or cluster that Google trusts (workload
 * identity). They are fetched when they are first needed, and again before they expire.
 */
final class GoogleLogin implements GsAuthorization {

    private static final String SCOPE = "https://www.googleapis.com/auth/devstorage.read_write";

    private final GoogleCredentials credentials;
    private final GoogleTransport transport;
    private final String hint;

    private GoogleLogin(GoogleCredentials credentials, GoogleTransport transport, String hint) {
        // whoever makes our requests again does the same for those behind them
        this.credentials = credentials.createScoped(SCOPE).createWithCustomRetryStrategy(false);
        this.transport = transport;
        this.hint = hint;
    }

    /**
     * @param json the key of a service account, or what else Google's tools write to files of credentials
     * @param source where it is from, for messages
     */
    static GoogleLogin with(byte[] json, String source, BackendOptions options) throws BackendException {
        GoogleTransport transport = GoogleTransport.of(options);
        try {
            GoogleCredentials credentials =
                    GoogleCredentials.fromStream(new ByteArrayInputStream(json), () -> transport);
            return new GoogleLogin(credentials, transport, "the credentials are from " + source);
        } catch (IOException | RuntimeException e) {
            transport.close();
            throw new BackendException.Denied("no credentials can be read from " + source + ": " + e.getMessage(), e);
        }
    }

    /** The service account of a machine of Google's, or of a pod there. */
    static GoogleLogin ofThisMachine(BackendOptions options) throws BackendException {
        GoogleTransport transport = GoogleTransport.of(options);
        GoogleCredentials credentials = ComputeEngineCredentials.newBuilder()
                .setHttpTransportFactory(() -> transport)
                .build();
        return new GoogleLogin(
                credentials,
                transport,
                "outside of Google's cloud, GOOGLE_APPLICATION_CREDENTIALS must name a file with credentials");
    }

    @Override
    public Map<String, String> headers(URI uri) throws IOException {
        try {
            Map<String, String> headers = new HashMap<>();
            credentials.getRequestMetadata(uri).forEach((name, values) -> headers.put(name, values.getFirst()));
            return headers;
        } catch (IOException e) {
            throw failure(e);
        }
    }

    @Override
    public boolean renew() throws IOException {
        try {
            credentials.refresh();
            return true;
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /** What the way to Google's servers has to say counts more than how the library passes it on. */
    private IOException failure(IOException failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof BackendException || each instanceof InterruptedIOException) {
                return (IOException) each;
            }
        }
        String message = "cannot log in to Google: " + failure.getMessage() + "; " + hint;
        return failure instanceof Retryable passing && passing.isRetryable()
                ? new BackendException.Transient(message, failure)
                : new BackendException.Denied(message, failure);
    }

    @Override
    public String project() {
        return Objects.requireNonNullElse(credentials.getProjectId(), "");
    }

    @Override
    public void close() {
        transport.close();
    }
}
