package dev.coffer.backend.s3;

import dev.coffer.backend.BackendException;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** Keys in environment variables, by all the names that restic knows. */
final class EnvironmentKeys {

    private EnvironmentKeys() {}

    /** @throws BackendException.Rejected if there is only half of a pair */
    static Optional<AwsCredentialsProvider> of(Map<String, String> environment) throws BackendException.Rejected {
        Optional<AwsCredentialsProvider> amazon = pair(
                Variables.text(environment, "AWS_ACCESS_KEY_ID", "AWS_ACCESS_KEY"),
                Variables.text(environment, "AWS_SECRET_ACCESS_KEY", "AWS_SECRET_KEY"),
                Variables.text(environment, "AWS_SESSION_TOKEN"),
                "AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY");
        return amazon.isPresent()
                ? amazon
                : pair(
                        Variables.text(environment, "MINIO_ROOT_USER", "MINIO_ACCESS_KEY"),
                        Variables.text(environment, "MINIO_ROOT_PASSWORD", "MINIO_SECRET_KEY"),
                        Optional.empty(),
                        "MINIO_ROOT_USER and MINIO_ROOT_PASSWORD");
    }

    private static Optional<AwsCredentialsProvider> pair(
            Optional<String> key, Optional<String> secret, Optional<String> token, String names)
            throws BackendException.Rejected {
        if (key.isPresent() != secret.isPresent()) {
            throw new BackendException.Rejected("only one of " + names + " is set; both are needed", null);
        }
        return key.isEmpty() || secret.isEmpty() ? Optional.empty() : Optional.of(of(key.get(), secret.get(), token));
    }

    /** Keys that do not change. */
    static AwsCredentialsProvider of(String key, String secret, Optional<String> token) {
        return StaticCredentialsProvider.create(
                token.isPresent()
                        ? AwsSessionCredentials.create(key, secret, token.get())
                        : AwsBasicCredentials.create(key, secret));
    }
}
