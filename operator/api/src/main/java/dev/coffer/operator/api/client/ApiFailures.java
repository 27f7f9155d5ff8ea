package dev.coffer.operator.api.client;

import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** What to tell a person about an API server that does not do what it is asked. */
public final class ApiFailures {

    private ApiFailures() {}

    /** What was asked for and why that failed, as far as the client tells. */
    public static String text(KubernetesClientException failure) {
        String cause = cause(failure);
        String text = failure.getMessage();
        if (text == null || text.isBlank()) {
            return "A request to the API server failed: " + (cause == null ? "no reason was given" : cause);
        }
        return cause == null || text.contains(cause) ? text : text + " The reason: " + cause;
    }

    /** The client's own exceptions leave out the reason where there is one beneath. */
    private static @Nullable String cause(Throwable failure) {
        Throwable cause = failure.getCause();
        if (cause == null) {
            return null;
        } else if (cause instanceof TimeoutException) {
            return "it did not answer in time. See whether the API server runs, and is not overloaded.";
        }
        String deeper = cause(cause);
        return deeper != null || cause.getMessage() == null ? deeper : cause.getMessage();
    }
}
