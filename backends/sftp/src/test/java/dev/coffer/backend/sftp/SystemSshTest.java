package dev.coffer.backend.sftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.backend.Backend;
import dev.coffer.backend.BackendException;
import dev.coffer.backend.Content;
import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import dev.coffer.backend.contract.ContractFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With the system's own ssh. It takes the user's folder from the system, so it is told where everything is. */
class SystemSshTest {

    private static final byte[] BYTES = ContractFiles.bytes(3 << 20);
    private static final Handle PACK = ContractFiles.file(FileType.PACK, "pack");

    @TempDir
    private Path folder;

    private SshServer server;

    @BeforeEach
    void start() throws Exception {
        server = SshServer.start(Files.createDirectory(folder.resolve("server")));
        Path ssh = server.home().resolve(".ssh");
        server.configureMore("UserKnownHostsFile " + server.knownHosts());
        server.configureMore("IdentityFile " + ssh.resolve("id_ed25519"));
        server.configureMore("IdentityAgent none");
        server.configureMore("BatchMode yes");
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    private Backend create() throws Exception {
        return new SftpProvider()
                .create(
                        server.location(folder.resolve("r")),
                        server.options(Map.of("sftp.args", "-F " + server.home() + "/.ssh/config")));
    }

    @Test
    void files_are_stored_and_loaded() throws Exception {
        try (Backend backend = create()) {
            backend.save(PACK, Content.of(BYTES));

            assertThat(backend.load(PACK)).isEqualTo(BYTES);
            assertThat(ContractFiles.list(backend, FileType.PACK)).hasSize(1);
        }
    }

    @Test
    void a_lost_connection_is_replaced() throws Exception {
        try (Backend backend = create()) {
            backend.save(PACK, Content.of(BYTES));
            server.cutConnections();

            assertThat(Patience.eventually(() -> backend.load(PACK))).isEqualTo(BYTES);
        }
    }

    @Test
    void a_server_with_another_key_is_denied_and_ssh_says_why() throws Exception {
        Files.writeString(server.knownHosts(), "");

        assertThatThrownBy(this::create)
                .isInstanceOf(BackendException.Denied.class)
                .hasMessageContaining("Host key verification failed");
    }

    @Test
    void a_login_that_is_refused_is_denied() throws Exception {
        Files.writeString(folder.resolve("server/authorized_keys"), "");

        assertThatThrownBy(this::create)
                .isInstanceOf(BackendException.Denied.class)
                .hasMessageContaining("Permission denied");
    }
}
