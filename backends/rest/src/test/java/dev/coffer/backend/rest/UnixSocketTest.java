package dev.coffer.backend.rest;

import dev.coffer.backend.Backend;
import dev.coffer.backend.BackendLocation;
import dev.coffer.backend.BackendOptions;
import dev.coffer.backend.contract.BackendContract;
import dev.coffer.backend.contract.MemoryFolder;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** The contract through a socket in the file system. */
class UnixSocketTest extends BackendContract {

    @TempDir(factory = MemoryFolder.class)
    private Path folder;

    private RestServer server;
    private SocketRelay relay;

    @Override
    protected Backend create() throws IOException {
        server = RestServer.original(folder);
        relay = new SocketRelay(folder.resolve("socket"), server.address());
        return new RestProvider().create(location(), BackendOptions.none());
    }

    @Override
    protected Backend reopen() throws IOException {
        return new RestProvider().open(location(), BackendOptions.none());
    }

    private BackendLocation location() {
        return new BackendLocation("rest", "http+unix://" + folder.resolve("socket") + ":/repository/");
    }

    @AfterEach
    void stop() throws IOException {
        relay.close();
        server.close();
    }
}
