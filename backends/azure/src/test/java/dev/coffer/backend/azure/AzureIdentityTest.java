package dev.coffer.backend.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.BackendOptions;
import dev.coffer.backend.contract.StubReply;
import dev.coffer.backend.contract.StubRequest;
import dev.coffer.backend.contract.StubServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The services that give tokens are stood in for by what their documentation says. */
class AzureIdentityTest {

    private static final String TOKEN =
            "{\"access_token\":\"eyJ.token\",\"expires_in\":3600,\"token_type\":\"Bearer\"}";

    private final Queue<StubRequest> requests = new ConcurrentLinkedQueue<>();
    private StubReply reply = StubReply.of(200, TOKEN);
    private StubServer server;

    @TempDir
    private Path folder;

    @BeforeEach
    void start() throws IOException {
        server = StubServer.http(request -> {
            requests.add(request);
            return reply;
        });
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static AzureToken fetch(Map<String, String> environment) throws IOException {
        return AzureIdentity.of(new BackendOptions(Map.of(), environment)).fetch();
    }

    private AzureToken onMachine(Map<String, String> more) throws IOException {
        Map<String, String> environment = new HashMap<>(more);
        environment.put("AZURE_POD_IDENTITY_AUTHORITY_HOST", server.url());
        return fetch(environment);
    }

    private AzureToken workload(String file) throws IOException {
        return fetch(Map.of(
                "AZURE_FEDERATED_TOKEN_FILE",
                file,
                "AZURE_TENANT_ID",
                "tenant",
                "AZURE_CLIENT_ID",
                "client",
                "AZURE_AUTHORITY_HOST",
                server.url() + "/"));
    }

    private Map<String, String> form() {
        Map<String, String> form = new HashMap<>();
        for (String pair : new String(requests.element().body(), StandardCharsets.UTF_8).split("&")) {
            String[] parts = pair.split("=", 2);
            form.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return form;
    }

    @Test
    void a_machine_gets_the_token_of_its_identity() throws IOException {
        assertThat(onMachine(Map.of()).value().value()).isEqualTo("eyJ.token");
        StubRequest request = requests.element();
        assertThat(request.path()).isEqualTo("/metadata/identity/oauth2/token");
        assertThat(request.header("Metadata")).contains("true");
        assertThat(request.parameter("api-version")).isEqualTo("2018-02-01");
        assertThat(request.parameter("resource")).isEqualTo("https://storage.azure.com/");
        assertThat(request.parameter("client_id")).isEmpty();
    }

    @Test
    void one_of_several_identities_is_chosen_by_its_client_id() throws IOException {
        onMachine(Map.of("AZURE_CLIENT_ID", "client"));

        assertThat(requests.element().parameter("client_id")).isEqualTo("client");
    }

    @Test
    void a_service_gets_the_token_of_its_identity_from_where_its_environment_says() throws IOException {
        fetch(Map.of("IDENTITY_ENDPOINT", server.url() + "/msi/token", "IDENTITY_HEADER", "header"));

        StubRequest request = requests.element();
        assertThat(request.path()).isEqualTo("/msi/token");
        assertThat(request.header("X-IDENTITY-HEADER")).contains("header");
        assertThat(request.parameter("api-version")).isEqualTo("2019-08-01");
    }

    @Test
    void a_workload_trades_the_word_of_its_cluster_for_a_token() throws IOException {
        Path word = Files.writeString(folder.resolve("token"), "eyJ.word\n");

        assertThat(workload(word.toString()).value().value()).isEqualTo("eyJ.token");
        assertThat(requests.element().path()).isEqualTo("/tenant/oauth2/v2.0/token");
        assertThat(form())
                .containsEntry("client_assertion", "eyJ.word")
                .containsEntry("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer")
                .containsEntry("grant_type", "client_credentials")
                .containsEntry("client_id", "client")
                .containsEntry("scope", "https://storage.azure.com/.default");
    }

    @Test
    void an_application_trades_its_secret_for_a_token() throws IOException {
        fetch(Map.of(
                "AZURE_CLIENT_SECRET", "secret+&=",
                "AZURE_TENANT_ID", "tenant",
                "AZURE_CLIENT_ID", "client",
                "AZURE_AUTHORITY_HOST", server.url()));

        assertThat(form()).containsEntry("client_secret", "secret+&=").doesNotContainKey("client_assertion");
    }

    @Test
    void an_identity_that_is_not_known_is_denied_with_the_words_of_the_service() {
        reply = StubReply.of(400, "{\"error\":\"invalid_request\",\"error_description\":\"Identity not found\"}");

        assertThatThrownBy(() -> onMachine(Map.of()))
                .isInstanceOf(BackendException.Denied.class)
                .hasMessageContaining("Identity not found");
    }

    @Test
    void a_service_that_is_busy_is_worth_another_attempt() {
        reply = StubReply.of(429);

        assertThatThrownBy(() -> onMachine(Map.of())).isInstanceOf(BackendException.Transient.class);
    }

    @Test
    void an_answer_without_a_token_is_worth_another_attempt() {
        reply = StubReply.of(200, "{}");

        assertThatThrownBy(() -> onMachine(Map.of())).isInstanceOf(BackendException.Transient.class);
    }

    @Test
    void a_machine_without_such_a_service_is_denied_with_what_to_set() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }

        assertThatThrownBy(() -> fetch(Map.of("AZURE_POD_IDENTITY_AUTHORITY_HOST", "http://127.0.0.1:" + free)))
                .isInstanceOf(BackendException.Denied.class)
                .hasMessageContaining("AZURE_ACCOUNT_KEY");
    }

    @Test
    void a_file_that_is_not_there_is_denied_with_its_name() {
        assertThatThrownBy(() -> workload(folder + "/nothing"))
                .isInstanceOf(BackendException.Denied.class)
                .hasMessageContaining("nothing")
                .hasMessageContaining("AZURE_FEDERATED_TOKEN_FILE");
    }

    @Test
    void numbers_may_be_written_as_strings() throws IOException {
        long expires = Instant.now().getEpochSecond() + 1000;
        reply = StubReply.of(200, "{\"access_token\":\"x\",\"expires_in\":\"99\",\"expires_on\":\"" + expires + "\"}");

        assertThat(onMachine(Map.of()).expires()).isEqualTo(Instant.ofEpochSecond(expires));
    }
}
