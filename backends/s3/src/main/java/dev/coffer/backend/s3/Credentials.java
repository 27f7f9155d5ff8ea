package dev.coffer.backend.s3;

import dev.coffer.backend.BackendException;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;

/**
 * Finds out who we are to the store. The first of these that there is counts: keys in the environment, a profile in the files
 * of AWS, a web identity (as Kubernetes gives one to service accounts), the container, the machine. Then a role may be
 * assumed. Nothing is asked over the network before the first request needs it.
 *
 * @param environment where to look
 * @param roles asks for the credentials of roles
 */
record Credentials(Map<String, String> environment, Roles roles) {

    /**
     * @param anonymous whether to sign nothing
     * @throws BackendException.Rejected if what is there makes no sense
     */
    AwsCredentialsProvider find(boolean anonymous) throws BackendException.Rejected {
        if (anonymous) {
            return AnonymousCredentialsProvider.create();
        }
        AwsCredentialsProvider own = own();
        Optional<String> role = Variables.text(environment, "RESTIC_AWS_ASSUME_ROLE_ARN");
        return role.isEmpty() ? own : roles.assumeByVariables(role.get(), own);
    }

    private AwsCredentialsProvider own() throws BackendException.Rejected {
        Optional<AwsCredentialsProvider> keys = EnvironmentKeys.of(environment);
        if (keys.isPresent()) {
            return keys.get();
        }
        Optional<AwsCredentialsProvider> profile = new ProfileCredentials(environment, roles).find();
        if (profile.isPresent()) {
            return profile.get();
        }
        Optional<String> tokenFile = Variables.text(environment, "AWS_WEB_IDENTITY_TOKEN_FILE");
        Optional<String> role = Variables.text(environment, "AWS_ROLE_ARN");
        if (tokenFile.isPresent() && role.isPresent()) {
            return roles.webIdentity(role.get(), tokenFile.get(), Variables.text(environment, "AWS_ROLE_SESSION_NAME"));
        }
        return ofPlatform();
    }

    private AwsCredentialsProvider ofPlatform() {
        boolean container = Variables.text(
                        environment, "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "AWS_CONTAINER_CREDENTIALS_FULL_URI")
                .isPresent();
        return container
                ? new NamedCredentials(
                        "the container", ContainerCredentialsProvider.builder().build())
                : MachineCredentials.of(environment);
    }
}
