package dev.coffer.backend.http;

import dev.coffer.backend.BackendException;
import java.time.Duration;
import java.util.Optional;

/** What the statuses of HTTP mean for a store. */
public final class StatusFailures {

    private StatusFailures() {}

    /**
     * @param status any that is none of success
     * @param retryAfter when the server wants to be asked again
     */
    public static BackendException of(int status, String message, Optional<Duration> retryAfter) {
        return switch (status) {
            case 401, 403, 407 -> new BackendException.Denied(message, null);
            case 404, 410 -> new BackendException.Missing(message, null);
            case 416 -> new BackendException.Truncated(message, null);
            case 507 -> new BackendException.Full(message, null);
            case 501, 505 -> new BackendException.Rejected(message, null);
            case 408, 425, 429 -> patience(message, retryAfter);
            default -> status >= 500 ? patience(message, retryAfter) : new BackendException.Rejected(message, null);
        };
    }

    private static BackendException patience(String message, Optional<Duration> retryAfter) {
        return retryAfter
                .map(pause -> new BackendException.Transient(message, null, pause))
                .orElseGet(() -> new BackendException.Transient(message, null));
    }
}
