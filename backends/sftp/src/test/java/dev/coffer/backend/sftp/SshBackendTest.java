package dev.coffer.backend.sftp;

import dev.coffer.backend.Backend;
import dev.coffer.backend.contract.BackendContract;
import dev.coffer.backend.contract.ForeignFilesContract;
import dev.coffer.backend.contract.MemoryFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Over SSH that we speak ourselves, to OpenSSH's server. */
class SshBackendTest extends BackendContract implements ForeignFilesContract {

    private static SshServer server;

    @TempDir(factory = MemoryFolder.class)
    private Path folder;

    @BeforeAll
    static void start(@TempDir Path serverFolder) throws Exception {
        server = SshServer.start(serverFolder);
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    private Path root() {
        return folder.resolve("repository");
    }

    @Override
    protected Backend create() throws IOException {
        return new SftpProvider().create(server.location(root()), server.options());
    }

    @Override
    protected Backend reopen() throws IOException {
        return new SftpProvider().open(server.location(root()), server.options());
    }

    @Override
    public void plant(String path, byte[] bytes) throws IOException {
        Files.write(root().resolve(path), bytes);
    }
}
