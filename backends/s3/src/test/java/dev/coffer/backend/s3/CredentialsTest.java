package dev.coffer.backend.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.backend.Backend;
import dev.coffer.backend.BackendException;
import dev.coffer.backend.BackendLocation;
import dev.coffer.backend.BackendOptions;
import dev.coffer.backend.Handle;
import dev.coffer.backend.contract.StubReply;
import dev.coffer.backend.contract.StubRequest;
import dev.coffer.backend.contract.StubServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** With a stand-in for the store, for the service that gives out roles, and for the metadata service of a machine. */
class CredentialsTest {

    private static final String ROLE = "arn:aws:iam::123456789012:role/backup";

    private final List<String> signatures = new CopyOnWriteArrayList<>();
    private final List<String> roleRequests = new CopyOnWriteArrayList<>();
    private final StubServer servers = StubServer.http(this::answer);
    private boolean rolesRefused;

    @TempDir
    private Path home;

    CredentialsTest() throws IOException {}

    @AfterEach
    void stop() {
        servers.close();
    }

    private StubReply answer(StubRequest request) {
        String body = new String(request.body(), StandardCharsets.UTF_8);
        if (body.contains("Action=AssumeRole")) {
            roleRequests.add(request.header("Authorization").orElse("") + " " + body);
            return rolesRefused ? refusedRole() : role(body.contains("WebIdentity") ? "WithWebIdentity" : "");
        }
        if (request.path().startsWith("/latest/")) {
            return metadata(request.path());
        }
        signatures.add(request.header("Authorization").orElse("none") + " "
                + request.header("x-amz-security-token").orElse(""));
        return StubReply.of(200, "abc");
    }

    private static StubReply role(String kind) {
        return StubReply.of(200, """
                <AssumeRole%1$sResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRole%1$sResult><Credentials>
                <AccessKeyId>ROLEKEY</AccessKeyId><SecretAccessKey>ROLESECRET</SecretAccessKey>
                <SessionToken>ROLETOKEN</SessionToken><Expiration>2100-01-01T00:00:00Z</Expiration>
                </Credentials></AssumeRole%1$sResult></AssumeRole%1$sResponse>""".formatted(kind));
    }

    private static StubReply refusedRole() {
        return StubReply.of(403, """
                <ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>not for you</Message></Error>
                </ErrorResponse>""");
    }

    private static StubReply metadata(String path) {
        if (path.equals("/latest/api/token")) {
            return StubReply.of(200, "token").header("x-aws-ec2-metadata-token-ttl-seconds", "21600");
        }
        return path.endsWith("/") ? StubReply.of(200, "machine-role") : StubReply.of(200, """
                        {"Code": "Success", "Type": "AWS-HMAC", "AccessKeyId": "MACHINEKEY",
                        "SecretAccessKey": "MACHINESECRET", "Token": "MACHINETOKEN",
                        "LastUpdated": "2030-01-01T00:00:00Z", "Expiration": "2100-01-01T00:00:00Z"}""");
    }

    /** Nothing of the user who runs the tests counts. */
    private Backend open(Map<String, String> environment, Map<String, String> options) throws IOException {
        Map<String, String> variables =
                new HashMap<>(Map.of("HOME", home.toString(), "AWS_EC2_METADATA_DISABLED", "true"));
        variables.putAll(environment);
        return new S3Provider()
                .open(new BackendLocation("s3", servers.url() + "/bucket"), new BackendOptions(options, variables));
    }

    private String signatureWith(Map<String, String> environment) throws IOException {
        try (Backend backend = open(environment, Map.of())) {
            backend.load(Handle.CONFIG);
        }
        return signatures.getLast();
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(home.resolve(name), content).toString();
    }

    static Stream<Arguments> namesOfKeys() {
        return Stream.of(
                Arguments.of("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"),
                Arguments.of("AWS_ACCESS_KEY", "AWS_SECRET_KEY"),
                Arguments.of("MINIO_ROOT_USER", "MINIO_ROOT_PASSWORD"),
                Arguments.of("MINIO_ACCESS_KEY", "MINIO_SECRET_KEY"));
    }

    @ParameterizedTest
    @MethodSource("namesOfKeys")
    void keys_come_from_the_environment_by_any_name_that_restic_knows(String key, String secret) throws IOException {
        assertThat(signatureWith(Map.of(key, "KEY", secret, "SECRET"))).contains("Credential=KEY/");
    }

    @Test
    void a_session_token_goes_along_with_the_keys() throws IOException {
        assertThat(signatureWith(Map.of(
                        "AWS_ACCESS_KEY_ID", "KEY", "AWS_SECRET_ACCESS_KEY", "SECRET", "AWS_SESSION_TOKEN", "TOKEN")))
                .contains("Credential=KEY/")
                .endsWith(" TOKEN");
    }

    @Test
    void half_a_pair_of_keys_is_rejected() {
        assertThatThrownBy(() -> open(Map.of("AWS_SECRET_ACCESS_KEY", "hidden"), Map.of()))
                .isInstanceOf(BackendException.Rejected.class)
                .hasMessageContaining("AWS_ACCESS_KEY_ID")
                .hasMessageNotContaining("hidden");
    }

    @Test
    void the_default_profile_is_in_the_home_folder() throws IOException {
        Files.createDirectory(home.resolve(".aws"));
        file(".aws/credentials", "[default]\naws_access_key_id = HOMEKEY\naws_secret_access_key = s\n");

        assertThat(signatureWith(Map.of())).contains("Credential=HOMEKEY/");
    }

    @Test
    void file_and_profile_can_be_chosen() throws IOException {
        String file = file("keys", "[work]\naws_access_key_id = WORKKEY\naws_secret_access_key = s\n");

        assertThat(signatureWith(Map.of("AWS_SHARED_CREDENTIALS_FILE", file, "AWS_PROFILE", "work")))
                .contains("Credential=WORKKEY/");
    }

    @Test
    void a_profile_that_is_not_there_is_rejected() {
        assertThatThrownBy(() -> open(Map.of("AWS_PROFILE", "nobody"), Map.of()))
                .isInstanceOf(BackendException.Rejected.class)
                .hasMessageContaining("profile nobody");
    }

    @Test
    void a_profile_can_assume_a_role_with_the_keys_of_another() throws IOException {
        String keys = file("keys", "[base]\naws_access_key_id = BASEKEY\naws_secret_access_key = s\n");
        String config = file(
                "config", "[profile backup]\nrole_arn = " + ROLE + "\nsource_profile = base\nexternal_id = ours\n");

        assertThat(signatureWith(Map.of(
                        "AWS_SHARED_CREDENTIALS_FILE",
                        keys,
                        "AWS_CONFIG_FILE",
                        config,
                        "AWS_PROFILE",
                        "backup",
                        "AWS_ENDPOINT_URL_STS",
                        servers.url())))
                .contains("Credential=ROLEKEY/")
                .endsWith(" ROLETOKEN");
        assertThat(roleRequests)
                .singleElement()
                .asString()
                .contains("Credential=BASEKEY/")
                .contains("ExternalId=ours");
    }

    @Test
    void a_profile_can_name_a_program_that_knows_the_keys() throws IOException {
        String answer = file("answer", "{\"Version\": 1, \"AccessKeyId\": \"PROGRAMKEY\", \"SecretAccessKey\": \"s\"}");
        String config = file("config", "[default]\ncredential_process = cat " + answer + "\n");

        assertThat(signatureWith(Map.of("AWS_CONFIG_FILE", config))).contains("Credential=PROGRAMKEY/");
    }

    @Test
    void a_web_identity_is_exchanged_for_the_keys_of_its_role() throws IOException {
        String token = file("token", "identity\n");

        assertThat(signatureWith(Map.of(
                        "AWS_WEB_IDENTITY_TOKEN_FILE", token,
                        "AWS_ROLE_ARN", ROLE,
                        "AWS_ENDPOINT_URL_STS", servers.url())))
                .contains("Credential=ROLEKEY/");
        assertThat(roleRequests).singleElement().asString().contains("WebIdentityToken=identity");
    }

    @Test
    void a_web_identity_whose_token_is_missing_is_denied() throws IOException {
        try (Backend backend =
                open(Map.of("AWS_WEB_IDENTITY_TOKEN_FILE", home + "/nothing", "AWS_ROLE_ARN", ROLE), Map.of())) {
            assertThatThrownBy(() -> backend.load(Handle.CONFIG))
                    .isInstanceOf(BackendException.Denied.class)
                    .hasMessageContaining("/nothing");
        }
    }

    private Map<String, String> assumingRole() {
        return Map.of(
                "AWS_ACCESS_KEY_ID", "KEY",
                "AWS_SECRET_ACCESS_KEY", "SECRET",
                "RESTIC_AWS_ASSUME_ROLE_ARN", ROLE,
                "RESTIC_AWS_ASSUME_ROLE_SESSION_NAME", "nightly",
                "RESTIC_AWS_ASSUME_ROLE_EXTERNAL_ID", "ours",
                "RESTIC_AWS_ASSUME_ROLE_POLICY", "{}",
                "RESTIC_AWS_ASSUME_ROLE_STS_ENDPOINT", servers.url());
    }

    @Test
    void a_role_is_assumed_as_restics_variables_say() throws IOException {
        assertThat(signatureWith(assumingRole())).contains("Credential=ROLEKEY/");
        assertThat(roleRequests)
                .singleElement()
                .asString()
                .contains("Credential=KEY/")
                .contains("RoleSessionName=nightly")
                .contains("ExternalId=ours")
                .contains("Policy=%7B%7D");
    }

    @Test
    void a_role_that_is_refused_is_denied_and_named() throws IOException {
        rolesRefused = true;
        try (Backend backend = open(assumingRole(), Map.of())) {
            assertThatThrownBy(() -> backend.load(Handle.CONFIG))
                    .isInstanceOf(BackendException.Denied.class)
                    .hasMessageContaining(ROLE)
                    .hasMessageContaining("not for you");
        }
    }

    @Test
    void the_machine_is_asked_last() throws IOException {
        assertThat(signatureWith(Map.of(
                        "AWS_EC2_METADATA_DISABLED", "false", "AWS_EC2_METADATA_SERVICE_ENDPOINT", servers.url())))
                .contains("Credential=MACHINEKEY/")
                .endsWith(" MACHINETOKEN");
    }

    @Test
    void without_any_credentials_the_first_request_is_denied_with_advice() throws IOException {
        try (Backend backend = open(Map.of(), Map.of())) {
            assertThatThrownBy(() -> backend.load(Handle.CONFIG))
                    .isInstanceOf(BackendException.Denied.class)
                    .hasMessageContaining("AWS_ACCESS_KEY_ID")
                    .hasMessageContaining("s3.unsafe-anonymous-auth");
        }
    }

    @Test
    void anonymous_requests_are_not_signed() throws IOException {
        try (Backend backend = open(
                Map.of("AWS_ACCESS_KEY_ID", "KEY", "AWS_SECRET_ACCESS_KEY", "SECRET"),
                Map.of("s3.unsafe-anonymous-auth", "true"))) {
            backend.load(Handle.CONFIG);
        }

        assertThat(signatures).containsExactly("none ");
    }
}
