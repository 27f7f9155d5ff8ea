package dev.coffer.backend.sftp.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.sftp.Programs;
import dev.coffer.backend.sftp.SftpProvider;
import dev.coffer.backend.sftp.SshServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which servers are logged in to. */
class HostKeysTest {

    private static SshServer server;
    private static Path serverFolder;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        serverFolder = folder;
        server = SshServer.start(folder);
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @BeforeEach
    void configure() throws IOException {
        server.configure("Host server", "HostName 127.0.0.1", "Port " + server.port(), "GlobalKnownHostsFile none");
        server.know("ed25519");
    }

    private void connect() throws IOException {
        new SftpProvider()
                .create(server.location(folder.resolve("r")), server.options())
                .close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ed25519", "ecdsa"})
    void a_server_may_have_any_of_the_keys_that_it_is_known_by(String type) throws IOException {
        server.know(type);

        assertThatCode(this::connect).doesNotThrowAnyException();
    }

    @Test
    void the_names_of_known_hosts_may_be_hashed() throws Exception {
        Programs.run("ssh-keygen", "-q", "-H", "-f", server.knownHosts().toString());

        assertThat(server.knownHosts()).content().startsWith("|1|");
        assertThatCode(this::connect).doesNotThrowAnyException();
    }

    @Test
    void a_server_that_is_not_known_is_denied_with_its_key_and_how_to_accept_it() throws Exception {
        Files.delete(server.knownHosts());

        assertThatThrownBy(this::connect)
                .isInstanceOf(BackendException.Denied.class)
                .hasMessageContaining(fingerprint("host_ed25519.pub"))
                .hasMessageContaining("ssh-keyscan -p " + server.port() + " 127.0.0.1 >> " + server.knownHosts());
        assertThat(server.knownHosts()).doesNotExist();
    }

    @Test
    void the_advice_leads_to_a_known_host() throws Exception {
        String keys = Programs.run("ssh-keyscan", "-p", String.valueOf(server.port()), "127.0.0.1");
        Files.writeString(server.knownHosts(), keys);

        assertThatCode(this::connect).doesNotThrowAnyException();
    }

    @Test
    void a_server_whose_key_has_changed_is_denied_whatever_the_configuration_says() throws Exception {
        server.configureMore("StrictHostKeyChecking no");
        String name = "[127.0.0.1]:" + server.port();
        String key = Files.readString(server.home().resolve(".ssh/id_ed25519.pub"));
        Files.writeString(server.knownHosts(), name + " " + key);

        assertThatThrownBy(this::connect)
                .isInstanceOf(BackendException.Denied.class)
                .hasMessageContaining("is NOT the one by which it is known")
                .hasMessageContaining(fingerprint("host_ed25519.pub"))
                .hasMessageContaining(fingerprint("home/.ssh/id_ed25519.pub"))
                .hasMessageContaining("-R '" + name + "'");
    }

    @Test
    void a_key_that_has_been_revoked_is_denied() throws Exception {
        String line = Files.readString(server.knownHosts());
        Files.writeString(server.knownHosts(), line + "@revoked " + line);

        assertThatThrownBy(this::connect)
                .isInstanceOf(BackendException.Denied.class)
                .hasMessageContaining("revoked");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no", "accept-new"})
    void a_new_server_is_added_if_the_configuration_says_so(String strict) throws Exception {
        Files.writeString(server.knownHosts(), "other.example.org " + key("host_ecdsa.pub") + "\n");
        server.configureMore("StrictHostKeyChecking " + strict);
        connect();

        List<String> lines = Files.readAllLines(server.knownHosts());
        assertThat(lines).contains("[127.0.0.1]:" + server.port() + " " + key("host_ed25519.pub"));
        assertThat(lines.getFirst()).startsWith("other.example.org ");
        server.configure("Host server", "HostName 127.0.0.1", "Port " + server.port(), "GlobalKnownHostsFile none");
        assertThatCode(this::connect).doesNotThrowAnyException();
    }

    /** Whatever its port is, as in ssh. */
    @Test
    void a_host_may_be_known_by_an_alias() throws Exception {
        server.configureMore("HostKeyAlias the-backup");
        Files.writeString(server.knownHosts(), "the-backup " + key("host_ed25519.pub"));

        assertThatCode(this::connect).doesNotThrowAnyException();
    }

    @Test
    void lines_that_make_no_sense_are_passed_over() throws Exception {
        String line = Files.readString(server.knownHosts());
        Files.writeString(server.knownHosts(), "nonsense\n# comment\n\nhost ssh-unknown AAAA\n" + line);

        assertThatCode(this::connect).doesNotThrowAnyException();
    }

    private static String key(String file) throws IOException {
        String[] words = Files.readString(serverFolder.resolve(file)).split(" ");
        return words[0] + " " + words[1];
    }

    private static String fingerprint(String file) throws Exception {
        return Programs.run("ssh-keygen", "-l", "-f", serverFolder.resolve(file).toString())
                .split(" ")[1];
    }
}
