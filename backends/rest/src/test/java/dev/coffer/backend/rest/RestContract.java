package dev.coffer.backend.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.backend.Backend;
import dev.coffer.backend.BackendLocation;
import dev.coffer.backend.BackendOptions;
import dev.coffer.backend.Content;
import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import dev.coffer.backend.contract.BackendContract;
import dev.coffer.backend.contract.ContractFiles;
import dev.coffer.backend.contract.MemoryFolder;
import dev.coffer.backend.contract.UnreliableNetworkContract;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract on a server that runs for each test. */
abstract class RestContract extends BackendContract implements UnreliableNetworkContract {

    @TempDir(factory = MemoryFolder.class)
    private Path folder;

    private RestServer server;

    abstract RestServer start(Path repositories);

    private RestServer running() {
        if (server == null) {
            server = start(folder);
        }
        return server;
    }

    @AfterEach
    void stopServer() {
        running().close();
    }

    @Override
    protected Backend create() throws IOException {
        return new RestProvider().create(location(serverAddress()), BackendOptions.none());
    }

    @Override
    protected Backend reopen() throws IOException {
        return openAt(serverAddress(), Map.of());
    }

    @Override
    public InetSocketAddress serverAddress() {
        return running().address();
    }

    @Override
    public Backend openAt(InetSocketAddress address, Map<String, String> options) throws IOException {
        return new RestProvider().open(location(address), new BackendOptions(options, Map.of()));
    }

    private static BackendLocation location(InetSocketAddress address) {
        return new BackendLocation("rest", "http://127.0.0.1:" + address.getPort() + "/repository");
    }

    @Test
    void files_lie_where_restic_looks_for_them() throws IOException {
        Handle pack = ContractFiles.file(FileType.PACK, "pack");
        Handle key = ContractFiles.file(FileType.KEY, "key");
        backend().save(pack, Content.of(new byte[] {1}));
        backend().save(key, Content.of(new byte[] {2}));
        backend().save(Handle.CONFIG, Content.of(new byte[] {3}));

        Path repository = folder.resolve("repository");
        assertThat(repository
                        .resolve("data")
                        .resolve(pack.name().substring(0, 2))
                        .resolve(pack.name()))
                .hasBinaryContent(new byte[] {1});
        assertThat(repository.resolve("keys").resolve(key.name())).hasBinaryContent(new byte[] {2});
        assertThat(repository.resolve("config")).hasBinaryContent(new byte[] {3});
    }

    @Test
    void the_location_ends_with_a_slash() {
        assertThat(backend().location())
                .isEqualTo("rest:http://127.0.0.1:" + serverAddress().getPort() + "/repository/");
    }
}
