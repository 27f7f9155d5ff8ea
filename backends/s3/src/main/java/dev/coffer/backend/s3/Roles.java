package dev.coffer.backend.s3;

import dev.coffer.backend.BackendException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.StsClientBuilder;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleWithWebIdentityCredentialsProvider;
import software.amazon.awssdk.services.sts.model.AssumeRoleWithWebIdentityRequest;

/**
 * Credentials of roles, from the service that gives them out for some time. They are renewed before they expire.
 *
 * @param environment says where that service is
 * @param transport sends requests to it
 * @param region of the bucket, if known
 */
record Roles(Map<String, String> environment, SdkHttpClient transport, Optional<String> region) {

    /** The role that restic's variables describe. */
    AwsCredentialsProvider assumeByVariables(String role, AwsCredentialsProvider by) throws BackendException.Rejected {
        return assume(
                new RoleRequest(
                        role,
                        Variables.text(environment, "RESTIC_AWS_ASSUME_ROLE_SESSION_NAME"),
                        Variables.text(environment, "RESTIC_AWS_ASSUME_ROLE_EXTERNAL_ID"),
                        Variables.text(environment, "RESTIC_AWS_ASSUME_ROLE_POLICY")),
                by);
    }

    AwsCredentialsProvider assume(RoleRequest request, AwsCredentialsProvider by) throws BackendException.Rejected {
        return new NamedCredentials(
                "the role " + request.role(),
                StsAssumeRoleCredentialsProvider.builder()
                        .stsClient(client(by))
                        .refreshRequest(request.forSdk())
                        .build());
    }

    /** The role that whoever has the token in a file may assume. The file is read each time, as its content changes. */
    AwsCredentialsProvider webIdentity(String role, String tokenFile, Optional<String> session)
            throws BackendException.Rejected {
        return new NamedCredentials(
                "the role " + role + " by the token in " + tokenFile,
                StsAssumeRoleWithWebIdentityCredentialsProvider.builder()
                        .stsClient(client(AnonymousCredentialsProvider.create()))
                        .refreshRequest(() -> AssumeRoleWithWebIdentityRequest.builder()
                                .roleArn(role)
                                .roleSessionName(session.orElse(RoleRequest.SESSION))
                                .webIdentityToken(read(Path.of(tokenFile)))
                                .build())
                        .build());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw SdkClientException.create("cannot read " + file, e);
        }
    }

    private StsClient client(AwsCredentialsProvider credentials) throws BackendException.Rejected {
        StsClientBuilder client = StsClient.builder()
                .httpClient(transport)
                .credentialsProvider(credentials)
                .region(stsRegion())
                .defaultsMode(SdkConfiguration.DEFAULTS)
                .overrideConfiguration(SdkConfiguration.override())
                .dualstackEnabled(false)
                .fipsEnabled(false);
        Optional<URI> endpoint = endpoint();
        endpoint.ifPresent(client::endpointOverride);
        return client.build();
    }

    private Optional<URI> endpoint() throws BackendException.Rejected {
        Optional<String> given =
                Variables.text(environment, "RESTIC_AWS_ASSUME_ROLE_STS_ENDPOINT", "AWS_ENDPOINT_URL_STS");
        try {
            return given.map(URI::create);
        } catch (IllegalArgumentException e) {
            throw new BackendException.Rejected("the address of the service for roles is none: " + given.get(), e);
        }
    }

    private Region stsRegion() {
        return Variables.text(environment, "RESTIC_AWS_ASSUME_ROLE_REGION")
                .or(() -> region)
                .map(Region::of)
                .orElse(Region.AWS_GLOBAL);
    }
}
