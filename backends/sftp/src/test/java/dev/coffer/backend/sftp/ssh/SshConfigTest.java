package dev.coffer.backend.sftp.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.sftp.ssh.HostSettings.UnknownHosts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SshConfigTest {

    @TempDir
    private Path home;

    @BeforeEach
    void makeFolder() throws IOException {
        Files.createDirectory(home.resolve(".ssh"));
    }

    private void config(String... lines) throws IOException {
        Files.write(home.resolve(".ssh/config"), List.of(lines));
    }

    private HostSettings lookUp(String host) throws BackendException {
        return lookUp(host, Map.of());
    }

    private HostSettings lookUp(String host, Map<String, String> environment) throws BackendException {
        return HostSettings.of(host, Optional.empty(), OptionalInt.empty(), SshConfig.read(home), environment);
    }

    @Test
    void without_a_configuration_there_are_the_defaults_of_ssh() throws Exception {
        HostSettings settings = lookUp("host");

        assertThat(settings.hostName()).isEqualTo("host");
        assertThat(settings.port()).isEqualTo(22);
        assertThat(settings.user()).isEqualTo(System.getProperty("user.name"));
        assertThat(settings.identityFiles())
                .containsExactly(
                        home.resolve(".ssh/id_ed25519"), home.resolve(".ssh/id_ecdsa"), home.resolve(".ssh/id_rsa"));
        assertThat(settings.knownHosts()).startsWith(home.resolve(".ssh/known_hosts"));
        assertThat(settings.unknownHosts()).isEqualTo(UnknownHosts.REFUSE);
        assertThat(settings.jumps()).isEmpty();
        assertThat(settings.agent()).isEmpty();
        assertThat(settings.connectTimeout()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void a_host_has_the_settings_of_its_section() throws Exception {
        config(
                "# a comment",
                "Host backup",
                "  HostName = backup.example.org",
                "\tport 2222",
                "  User \"joe doe\"",
                "  IdentityFile ~/.ssh/%r@%h-%p",
                "  IdentityFile /keys/%n",
                "  IdentitiesOnly yes",
                "  UserKnownHostsFile ~/known /other/known",
                "  GlobalKnownHostsFile none",
                "  StrictHostKeyChecking accept-new",
                "  HostKeyAlias the-backup",
                "  ConnectTimeout 7",
                "  ServerAliveInterval 5",
                "  ServerAliveCountMax 2",
                "  ProxyJump a,joe@b:10022",
                "  IdentityAgent ~/agent.sock",
                "Host other",
                "  Port 3");
        HostSettings settings = lookUp("backup");

        assertThat(settings)
                .isEqualTo(new HostSettings(
                        "backup",
                        "backup.example.org",
                        2222,
                        "joe doe",
                        "the-backup",
                        22,
                        List.of(home.resolve(".ssh/joe doe@backup.example.org-2222"), Path.of("/keys/backup")),
                        true,
                        Optional.of(home.resolve("agent.sock")),
                        List.of(home.resolve("known"), Path.of("/other/known")),
                        UnknownHosts.ADD,
                        List.of("a", "joe@b:10022"),
                        Duration.ofSeconds(7),
                        Duration.ofSeconds(5),
                        2));
    }

    @Test
    void what_the_user_says_counts_more_than_the_configuration() throws Exception {
        config("User configured", "Port 3");
        HostSettings settings =
                HostSettings.of("host", Optional.of("said"), OptionalInt.of(4), SshConfig.read(home), Map.of());

        assertThat(settings.user()).isEqualTo("said");
        assertThat(settings.port()).isEqualTo(4);
    }

    @Test
    void the_first_value_counts_but_keys_add_up() throws Exception {
        config("Host h*", " Port 1", " IdentityFile /1", "Host *", " Port 2", " IdentityFile /2", " User u");
        HostSettings settings = lookUp("host");

        assertThat(settings.port()).isEqualTo(1);
        assertThat(settings.user()).isEqualTo("u");
        assertThat(settings.identityFiles()).containsExactly(Path.of("/1"), Path.of("/2"));
    }

    @ParameterizedTest
    @CsvSource({
        "Host db?, db1, true",
        "Host db?, db10, false",
        "Host *.example.org !secret.*, a.example.org, true",
        "Host *.example.org !secret.*, secret.example.org, false",
        "Host a b, b, true",
        "Match all, any, true",
        "Match host h*, host, true",
        "Match originalhost host, host, true",
        "Match user nobody-at-all, host, false",
        "Match !user nobody-at-all, host, true",
        "Match host x exec true, host, false",
        "Match exec true, host, false",
        "Match final, host, false",
    })
    void a_section_is_for_the_hosts_that_it_names(String section, String host, boolean applies) throws Exception {
        config(section, "Port 1234");

        assertThat(lookUp(host).port() == 1234).isEqualTo(applies);
    }

    @Test
    void a_match_sees_the_real_name_of_the_host() throws Exception {
        config("Host short", "HostName %h.example.org", "Match host *.example.org", "Port 1234");

        assertThat(lookUp("short").hostName()).isEqualTo("short.example.org");
        assertThat(lookUp("short").port()).isEqualTo(1234);
    }

    @Test
    void other_files_are_included_where_they_are_named() throws Exception {
        config("Host host", "Include conf.d/*.conf", "Host other", "Port 9");
        Path folder = Files.createDirectory(home.resolve(".ssh/conf.d"));
        Files.writeString(folder.resolve("b.conf"), "Port 2\nUser second\n");
        Files.writeString(folder.resolve("a.conf"), "Port 1\nHost nobody\nUser first\n");

        assertThat(lookUp("host").port()).isEqualTo(1);
        assertThat(lookUp("host").user()).isEqualTo("second");
        assertThat(lookUp("other").port()).isEqualTo(9);
    }

    @Test
    void a_file_that_includes_itself_is_no_disaster() throws Exception {
        config("Include config", "Port 7");

        assertThat(lookUp("host").port()).isEqualTo(7);
    }

    @Test
    void the_agent_is_that_of_the_environment() throws Exception {
        Map<String, String> environment = Map.of("SSH_AUTH_SOCK", "/a", "OTHER", "/b");

        assertThat(lookUp("host", environment).agent()).contains(Path.of("/a"));
        config("IdentityAgent ${OTHER}");
        assertThat(lookUp("host", environment).agent()).contains(Path.of("/b"));
        config("IdentityAgent none");
        assertThat(lookUp("host", environment).agent()).isEmpty();
    }

    @Test
    void a_host_that_all_others_are_reached_through_is_reached_directly() throws Exception {
        config("ProxyJump bastion");

        assertThat(lookUp("host").jumps()).containsExactly("bastion");
        assertThat(lookUp("bastion").jumps()).isEmpty();
    }

    @Test
    void a_command_to_connect_with_is_refused_since_only_ssh_can_run_it() throws IOException {
        config("ProxyCommand nc %h %p");

        assertThatThrownBy(() -> lookUp("host"))
                .isInstanceOf(BackendException.Rejected.class)
                .hasMessageContaining("sftp.command");
    }

    @Test
    void a_number_that_is_none_is_told() throws IOException {
        config("Port ssh");

        assertThatThrownBy(() -> lookUp("host"))
                .isInstanceOf(BackendException.Rejected.class)
                .hasMessageContaining("port");
    }

    @ParameterizedTest
    @CsvSource({"host, '', host, -1", "u@host:1, u, host, 1", "ssh://u@host:22/, u, host, 22", "u@[::1]:22, u, ::1, 22"
    })
    void a_jump_names_user_host_and_port(String text, String user, String host, int port) throws Exception {
        Jump jump = Jump.parse(text);

        assertThat(jump.user().orElse("")).isEqualTo(user);
        assertThat(jump.host()).isEqualTo(host);
        assertThat(jump.port().orElse(-1)).isEqualTo(port);
    }
}
