package dev.coffer.backend.sftp.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.BackendOptions;
import dev.coffer.backend.sftp.Programs;
import dev.coffer.backend.sftp.SftpProvider;
import dev.coffer.backend.sftp.SshServer;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How to get in. */
class LoginTest {

    private static SshServer server;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        server = SshServer.start(folder);
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @BeforeEach
    void configure() throws IOException {
        server.configure("Host server", "HostName 127.0.0.1", "Port " + server.port(), "GlobalKnownHostsFile none");
    }

    private void connect(BackendOptions options) throws IOException {
        new SftpProvider().create(server.location(folder.resolve("r")), options).close();
    }

    private Path makeKey(String type, String passphrase, String... more) throws Exception {
        Path key = folder.resolve("key");
        List<String> command =
                new ArrayList<>(List.of("ssh-keygen", "-q", "-t", type, "-N", passphrase, "-f", key.toString()));
        command.addAll(List.of(more));
        Programs.run(command.toArray(String[]::new));
        return key;
    }

    @ParameterizedTest
    @CsvSource({"ed25519, RFC4716", "ecdsa, RFC4716", "ecdsa, PEM", "ecdsa, PKCS8", "rsa, RFC4716", "rsa, PEM"})
    void keys_of_all_usual_kinds_open_the_door(String type, String format) throws Exception {
        Path key = makeKey(type, "", "-m", format);
        server.authorize(Path.of(key + ".pub"));
        server.configureMore("IdentityFile " + key);

        assertThatCode(() -> connect(server.options())).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"ed25519, RFC4716", "rsa, RFC4716", "rsa, PEM"})
    void an_encrypted_key_needs_its_passphrase(String type, String format) throws Exception {
        Path key = makeKey(type, "open sesame", "-m", format);
        server.authorize(Path.of(key + ".pub"));
        server.configureMore("IdentityFile " + key);

        assertThatCode(() -> connect(server.options(Map.of(), Map.of("COFFER_SFTP_PASSPHRASE", "open sesame"))))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> connect(server.options(Map.of(), Map.of("COFFER_SFTP_PASSPHRASE", "xyzzy"))))
                .isInstanceOf(BackendException.Denied.class)
                .hasMessageContaining(key + " is encrypted with another passphrase")
                .message()
                .doesNotContain("xyzzy");
        assertThatThrownBy(() -> connect(server.options()))
                .isInstanceOf(BackendException.Denied.class)
                .hasMessageContaining(key + " is encrypted")
                .hasMessageContaining("COFFER_SFTP_PASSPHRASE");
    }

    @Test
    void a_key_that_the_server_does_not_know_is_denied_at_once() throws Exception {
        Path key = makeKey("ed25519", "");
        server.configureMore("IdentityFile " + key);

        assertThatThrownBy(() -> connect(server.options()))
                .isInstanceOf(BackendException.Denied.class)
                .hasMessageContaining("permission denied")
                .hasMessageContaining("127.0.0.1 (port " + server.port() + ")")
                .hasMessageContaining(key + " was offered");
    }

    @Test
    void a_file_that_holds_no_key_is_told() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "hello");
        server.configureMore("IdentityFile " + file);

        assertThatThrownBy(() -> connect(server.options()))
                .isInstanceOf(BackendException.Denied.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void the_agent_has_keys_and_signs() throws Exception {
        Path key = makeKey("ed25519", "");
        server.authorize(Path.of(key + ".pub"));
        server.configureMore("IdentityFile none");
        try (RunningAgent agent = RunningAgent.start(folder, key)) {
            assertThatCode(() -> connect(server.options(Map.of(), agent.environment())))
                    .doesNotThrowAnyException();
            server.configureMore("IdentitiesOnly yes");
            assertThatThrownBy(() -> connect(server.options(Map.of(), agent.environment())))
                    .isInstanceOf(BackendException.Denied.class)
                    .hasMessageContaining("the agent offered 0 keys");
        }
    }

    @Test
    void of_the_agents_keys_only_those_are_used_that_the_configuration_names() throws Exception {
        Path key = makeKey("rsa", "");
        server.authorize(Path.of(key + ".pub"));
        try (RunningAgent agent = RunningAgent.start(folder, key)) {
            Files.delete(key);
            server.configureMore("IdentityFile " + key);
            server.configureMore("IdentitiesOnly yes");

            assertThatCode(() -> connect(server.options(Map.of(), agent.environment())))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void an_agent_that_is_not_there_is_done_without() {
        Map<String, String> environment = Map.of("SSH_AUTH_SOCK", folder + "/no-agent");

        assertThatCode(() -> connect(server.options(Map.of(), environment))).doesNotThrowAnyException();
    }

    @Test
    void a_server_may_be_behind_others() throws Exception {
        server.configure(
                "Host server",
                "  HostName 127.0.0.1",
                "  ProxyJump first,second",
                "Host first second server",
                "  HostName 127.0.0.1",
                "  Port " + server.port());

        assertThatCode(() -> connect(server.options())).doesNotThrowAnyException();
    }

    @Test
    void hosts_on_the_way_are_checked_as_well() throws Exception {
        server.configure(
                "Host server",
                "  ProxyJump bastion",
                "Host *",
                "  HostName 127.0.0.1",
                "  Port " + server.port(),
                "Host bastion",
                "  UserKnownHostsFile " + folder + "/nobody");

        assertThatThrownBy(() -> connect(server.options()))
                .isInstanceOf(BackendException.Denied.class)
                .hasMessageContaining("is not in " + folder + "/nobody");
    }

    @Test
    void a_port_where_nobody_listens_is_told() throws Exception {
        server.configure("Host server", "HostName 127.0.0.1", "Port 1");

        assertThatThrownBy(() -> connect(server.options()))
                .isInstanceOf(BackendException.Transient.class)
                .hasMessageContaining("127.0.0.1 (port 1): connection refused");
    }

    @Test
    void a_name_that_nobody_has_is_told() throws Exception {
        server.configure("Host server", "HostName no-such-host.invalid");

        assertThatThrownBy(() -> connect(server.options()))
                .isInstanceOf(BackendException.Transient.class)
                .hasMessageContaining("no-such-host.invalid")
                .hasMessageContaining("there is no host of that name");
    }

    @Test
    void an_interrupted_thread_does_not_log_in() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> connect(server.options())).isInstanceOf(InterruptedIOException.class);
        assertThat(Thread.interrupted()).isTrue();
    }
}
