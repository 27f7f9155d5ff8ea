package dev.coffer.operator.agent.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.backend.BackendOptions;
import dev.coffer.engine.errors.RepositoryException.BadRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SshFolderTest {

    @Test
    void key_and_known_hosts_are_where_ssh_looks_for_them() throws IOException {
        Path folder = folder(Map.of("SSH_KNOWN_HOSTS", "nas ssh-ed25519 AAAA", "SSH_PRIVATE_KEY", "a key\n"));
        assertThat(folder.resolve("known_hosts")).hasContent("nas ssh-ed25519 AAAA");
        assertThat(folder.resolve("identity")).hasContent("a key");
        assertThat(folder.resolve("config"))
                .content()
                .contains("UserKnownHostsFile " + folder.resolve("known_hosts"))
                .contains("IdentityFile " + folder.resolve("identity"))
                .contains("StrictHostKeyChecking yes");
    }

    @Test
    void only_the_owner_may_read_the_key() throws IOException {
        Path folder = folder(Map.of("SSH_KNOWN_HOSTS", "nas ssh-ed25519 AAAA", "SSH_PRIVATE_KEY", "a key"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("identity"))))
                .isEqualTo("rw-------");
    }

    @Test
    void with_a_password_no_key_is_needed() throws IOException {
        Path folder = folder(Map.of("SSH_KNOWN_HOSTS", "nas ssh-ed25519 AAAA", "COFFER_SFTP_PASSWORD", "hush"));
        assertThat(folder.resolve("identity")).doesNotExist();
        assertThat(folder.resolve("config")).content().doesNotContain("IdentityFile");
    }

    @Test
    void a_server_that_cannot_prove_who_it_is_is_not_trusted() {
        assertThatThrownBy(() -> SshFolder.provide(storage("sftp://nas/backup", Map.of("SSH_PRIVATE_KEY", "a key"))))
                .isInstanceOf(BadRequest.class)
                .hasMessageContaining("Secret demo/secret of Repository demo/store has no key SSH_KNOWN_HOSTS");
    }

    @Test
    void other_stores_need_no_such_folder() throws IOException {
        Storage storage = storage("rest:http://nas/backup", Map.of("HOME", "/home/ann"));
        assertThat(SshFolder.provide(storage)).isEqualTo(storage.options());
    }

    private static Path folder(Map<String, String> secret) throws IOException {
        BackendOptions options = SshFolder.provide(storage("sftp://nas/backup", secret));
        assertThat(options.environment()).doesNotContainKey("SSH_PRIVATE_KEY");
        return Path.of(options.environment().get("HOME"), ".ssh");
    }

    private static Storage storage(String location, Map<String, String> secret) {
        return new Storage("demo/store", "demo/secret", location, new BackendOptions(Map.of(), secret), "hush");
    }
}
