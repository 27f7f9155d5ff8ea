package dev.coffer.backend.s3;

import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.InstanceProfileCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;

/** Credentials of the machine itself, which its metadata service gives to whoever runs on it. Asked last. */
final class MachineCredentials {

    private static final String SOURCE = "anywhere: there are no keys in AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY,"
            + " no profile and no web identity, and the metadata service of the machine knows none;"
            + " -o s3.unsafe-anonymous-auth=true uses buckets that need none";

    private MachineCredentials() {}

    static AwsCredentialsProvider of(Map<String, String> environment) {
        boolean disabled = environment
                .getOrDefault("AWS_EC2_METADATA_DISABLED", "")
                .toLowerCase(Locale.ROOT)
                .equals("true");
        return new NamedCredentials(SOURCE, disabled ? new None() : metadataService(environment));
    }

    private static AwsCredentialsProvider metadataService(Map<String, String> environment) {
        InstanceProfileCredentialsProvider.Builder builder = InstanceProfileCredentialsProvider.builder()
                .asyncCredentialUpdateEnabled(false)
                .profileFile(SdkConfiguration.NO_PROFILES)
                .profileName("default");
        Variables.text(environment, "AWS_EC2_METADATA_SERVICE_ENDPOINT").ifPresent(builder::endpoint);
        return builder.build();
    }

    private record None() implements AwsCredentialsProvider {

        @Override
        public AwsCredentials resolveCredentials() {
            throw SdkClientException.create("it is not asked, by AWS_EC2_METADATA_DISABLED");
        }
    }
}
