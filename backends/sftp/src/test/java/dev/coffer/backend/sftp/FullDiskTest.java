package dev.coffer.backend.sftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.backend.Backend;
import dev.coffer.backend.BackendException;
import dev.coffer.backend.BackendProperties;
import dev.coffer.backend.Content;
import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import dev.coffer.backend.contract.ContractFiles;
import dev.coffer.backend.sftp.protocol.ScriptedServer;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FullDiskTest {

    private static final Handle PACK = ContractFiles.file(FileType.PACK, "pack");

    @TempDir
    private Path folder;

    @Test
    void a_full_disk_is_told_and_the_half_written_file_taken_away() throws Exception {
        try (SmallDisk disk = SmallDisk.create(folder)) {
            Backend backend = disk.backend();
            for (int attempt = 0; attempt < 2; attempt++) {
                assertThatThrownBy(() -> backend.save(PACK, Content.of(new byte[4 << 20])))
                        .isInstanceOf(BackendException.Full.class)
                        .hasMessageContaining(PACK.toString());
            }
            if (disk.real()) {
                backend.save(PACK, Content.of(new byte[1 << 20]));
                assertThat(backend.stat(PACK).size()).isEqualTo(1 << 20);
            }
        }
    }

    @Test
    void what_could_not_be_written_is_removed() throws Exception {
        ScriptedServer server = ScriptedServer.fullDisk();
        SftpConnections connections = new SftpConnections(server, 1, Duration.ofMinutes(1));
        try (Backend backend = new SftpBackend(
                connections,
                new RemoteFolders("/r", RemoteModes.OWNER),
                new BackendProperties(1, true),
                "sftp:small:/r")) {
            assertThatThrownBy(() -> backend.save(PACK, Content.of(new byte[100_000])))
                    .isInstanceOf(BackendException.Full.class);

            assertThat(server.removals()).isEqualTo(1);
        }
    }
}
