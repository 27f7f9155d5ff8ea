package dev.coffer.backend.gs;

import com.google.api.client.http.HttpResponseException;
import com.google.auth.Retryable;
import com.google.cloud.storage.StorageException;
import dev.coffer.backend.BackendException;
import dev.coffer.backend.http.RetryAfter;
import dev.coffer.backend.http.StatusFailures;
import java.io.IOException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What failures of Google's client mean. */
final class GsFailures {

    /** Limits of a project or user, which pass. */
    private static final Set<String> LIMITS = Set.of("rateLimitExceeded", "userRateLimitExceeded", "quotaExceeded");

    /** Words in the refusal of an upload that was changed on its way. */
    private static final List<String> CHECKSUMS = List.of("CRC32C", "MD5 hash");

    private GsFailures() {}

    /**
     * A failure of the store, or the programming error that this is.
     *
     * @param attempt for messages
     */
    static IOException of(String attempt, Throwable failure) {
        Optional<BackendException> own = cause(failure, BackendException.class);
        if (own.isPresent()) {
            return own.get();
        }
        Throwable told = answer(failure).map(Throwable.class::cast).orElse(failure);
        String message = "cannot " + attempt + ": " + words(told);
        Optional<CertificateException> certificate = cause(failure, CertificateException.class);
        if (certificate.isPresent()) {
            return new BackendException.Rejected(
                    message + ": the certificate of the server is not trusted ("
                            + certificate.get().getMessage() + "); --cacert names a file with certificates to trust",
                    failure);
        }
        return switch (told) {
            case StorageException e -> ofService(e, message);
            case IOException e -> ofWay(e, message);
            case Error e -> throw e;
            default -> throw new IllegalStateException(message, failure);
        };
    }

    /** The answer of the service, if there is one; where it is depends on the request. */
    private static Optional<StorageException> answer(Throwable failure) {
        return cause(failure, StorageException.class)
                .flatMap(e -> e.getCode() > 0
                        ? Optional.of(e)
                        : Optional.ofNullable(e.getCause()).flatMap(GsFailures::answer));
    }

    /** In one line, with the status before it that the client leaves out now and then. */
    private static String words(Throwable failure) {
        String words = String.valueOf(failure.getMessage()).replaceAll("\\s+", " ");
        String status = failure instanceof StorageException e && e.getCode() > 0 ? e.getCode() + " " : "";
        return words.startsWith(status) ? words : status + words;
    }

    /** Either the service has answered, or nobody has. */
    private static IOException ofService(StorageException e, String message) {
        if (e.getCode() <= 0) {
            return e.getCause() instanceof IOException way ? ofWay(way, message) : transientFailure(e, message);
        }
        boolean passes = LIMITS.contains(String.valueOf(e.getReason()))
                || (e.getCode() == 400 && CHECKSUMS.stream().anyMatch(message::contains));
        return passes ? transientFailure(e, message) : ofStatus(e.getCode(), e, message);
    }

    private static BackendException ofStatus(int status, Throwable failure, String message) {
        return switch (status) {
            case 401 ->
                new BackendException.Denied(
                        message + "; check GOOGLE_APPLICATION_CREDENTIALS or GOOGLE_ACCESS_TOKEN", failure);
            case 404 ->
                new BackendException.Missing(
                        message.contains("bucket does not exist") ? message + "; init creates the bucket" : message,
                        failure);
            default -> StatusFailures.of(status, message, retryAfter(failure));
        };
    }

    /** To log in may fail for good; to get there may work the next time. */
    private static IOException ofWay(IOException e, String message) {
        Optional<Retryable> login = cause(e, Retryable.class);
        if (login.isPresent() && !login.get().isRetryable()) {
            return new BackendException.Denied(
                    message
                            + "; GOOGLE_APPLICATION_CREDENTIALS, GOOGLE_SERVICE_ACCOUNT_JSON_KEY or GOOGLE_ACCESS_TOKEN say"
                            + " who is asking, or the machine does if it is Google's",
                    e);
        }
        return transientFailure(e, message);
    }

    private static BackendException.Transient transientFailure(Throwable failure, String message) {
        return retryAfter(failure)
                .map(pause -> new BackendException.Transient(message, failure, pause))
                .orElseGet(() -> new BackendException.Transient(message, failure));
    }

    private static Optional<Duration> retryAfter(Throwable failure) {
        return cause(failure, HttpResponseException.class)
                .flatMap(answer -> Optional.ofNullable(answer.getHeaders().getRetryAfter()))
                .flatMap(value -> RetryAfter.parse(value, Instant.now()));
    }

    private static <T> Optional<T> cause(Throwable failure, Class<T> type) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (type.isInstance(each)) {
                return Optional.of(type.cast(each));
            }
        }
        return Optional.empty();
    }
}
