package dev.coffer.backend.s3;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.http.RetryAfter;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;

/** Turns failures of the SDK into those of a store. */
final class S3Failures {

    private static final Set<String> MISSING = Set.of("NoSuchKey", "NoSuchBucket", "NoSuchUpload");
    private static final Set<String> TRUNCATED = Set.of("InvalidRange");
    private static final Set<String> FULL = Set.of(
            "QuotaExceeded",
            "QuotaExceededException",
            "StorageQuotaExceeded",
            "XMinioStorageFull",
            "XMinioAdminBucketQuotaExceeded",
            "InsufficientCapacity");
    private static final Set<String> PASSING = Set.of(
            "BadDigest",
            "ChecksumMismatch",
            "ConditionalRequestConflict",
            "IncompleteBody",
            "InternalError",
            "OperationAborted",
            "RequestTimeout",
            "ServiceUnavailable",
            "SlowDown",
            "XAmzContentChecksumMismatch",
            "XAmzContentSHA256Mismatch");

    private S3Failures() {}

    /**
     * The failure to tell the caller of a request.
     *
     * @param attempt what was tried, to follow "cannot"
     */
    static IOException explain(String attempt, RuntimeException failure) {
        if (isInterruption(failure)) {
            return interrupted(attempt, failure);
        }
        Optional<BackendException> own = Causes.find(failure, BackendException.class);
        if (own.isPresent()) {
            return own.get();
        }
        return failure instanceof AwsServiceException answer
                ? answered(attempt, answer)
                : new BackendException.Transient("cannot " + attempt + ": " + failure.getMessage(), failure);
    }

    static boolean isInterruption(RuntimeException failure) {
        return Causes.find(failure, InterruptedException.class).isPresent()
                || Causes.find(failure, InterruptedIOException.class).isPresent()
                || Causes.find(failure, AbortedException.class).isPresent();
    }

    private static InterruptedIOException interrupted(String attempt, RuntimeException failure) {
        Thread.currentThread().interrupt();
        InterruptedIOException interrupted = new InterruptedIOException("interrupted in the attempt to " + attempt);
        interrupted.initCause(failure);
        return interrupted;
    }

    private static BackendException answered(String attempt, AwsServiceException answer) {
        String code = code(answer);
        String message = "cannot " + attempt + ": " + S3Advice.words(answer) + S3Advice.of(answer);
        if (isPassing(answer)) {
            return retryAfter(answer)
                    .map(pause -> new BackendException.Transient(message, answer, pause))
                    .orElseGet(() -> new BackendException.Transient(message, answer));
        }
        if (FULL.contains(code) || answer.statusCode() == 507) {
            return new BackendException.Full(message, answer);
        }
        if (MISSING.contains(code) || answer.statusCode() == 404) {
            return new BackendException.Missing(message, answer);
        }
        if (TRUNCATED.contains(code) || answer.statusCode() == 416) {
            return new BackendException.Truncated(message, answer);
        }
        boolean denied = answer.statusCode() == 401 || answer.statusCode() == 403;
        return denied && !code.equals(Archive.WRONG_STATE)
                ? new BackendException.Denied(message, answer)
                : new BackendException.Rejected(message, answer);
    }

    /** What may be different at the next attempt. A store that is full, or lacks a feature, says so with a status above 500. */
    private static boolean isPassing(AwsServiceException answer) {
        int status = answer.statusCode();
        return PASSING.contains(code(answer))
                || answer.isThrottlingException()
                || status == 408
                || status == 429
                || (status >= 500 && status != 501 && status != 507 && !FULL.contains(code(answer)));
    }

    private static Optional<Duration> retryAfter(AwsServiceException answer) {
        AwsErrorDetails details = answer.awsErrorDetails();
        if (details == null || details.sdkHttpResponse() == null) {
            return Optional.empty();
        }
        return details.sdkHttpResponse()
                .firstMatchingHeader("Retry-After")
                .flatMap(value -> RetryAfter.parse(value, Instant.now()));
    }

    /** The store's name for what went wrong; empty if it gave none, as in answers to HEAD. */
    static String code(AwsServiceException answer) {
        AwsErrorDetails details = answer.awsErrorDetails();
        return details == null || details.errorCode() == null ? "" : details.errorCode();
    }
}
