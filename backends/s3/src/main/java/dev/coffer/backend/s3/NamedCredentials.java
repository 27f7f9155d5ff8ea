package dev.coffer.backend.s3;

import dev.coffer.backend.BackendException;
import java.io.UncheckedIOException;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Credentials from a source that may fail, whose failure then says which source that is. It is final, unless the way to the
 * source is disturbed.
 *
 * @param source for messages, to follow "from"
 * @param delegate where they come from
 */
record NamedCredentials(String source, AwsCredentialsProvider delegate) implements AwsCredentialsProvider {

    @Override
    public AwsCredentials resolveCredentials() {
        try {
            return delegate.resolveCredentials();
        } catch (SdkException e) {
            if (S3Failures.isInterruption(e)) {
                throw e;
            }
            throw new UncheckedIOException(explain(e));
        }
    }

    private BackendException explain(SdkException e) {
        String attempt = "cannot get credentials from " + source + ": ";
        if (e instanceof AwsServiceException answer) {
            String words = attempt + S3Advice.words(answer);
            return answer.statusCode() >= 500 || answer.isThrottlingException()
                    ? new BackendException.Transient(words, e)
                    : new BackendException.Denied(words, e);
        }
        Optional<BackendException> known = Causes.find(e, BackendException.class);
        return known.orElseGet(() -> new BackendException.Denied(attempt + e.getMessage(), e));
    }

    /** Without the delegate, which may know secrets. */
    @Override
    public String toString() {
        return "NamedCredentials[" + source + "]";
    }
}
