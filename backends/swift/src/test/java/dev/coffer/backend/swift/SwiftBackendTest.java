package dev.coffer.backend.swift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.backend.Backend;
import dev.coffer.backend.BackendException;
import dev.coffer.backend.BackendRegistry;
import dev.coffer.backend.Content;
import dev.coffer.backend.FileInfo;
import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import dev.coffer.backend.contract.BackendContract;
import dev.coffer.backend.contract.ContractFiles;
import dev.coffer.backend.contract.FaultProxy;
import dev.coffer.backend.contract.ForeignFilesContract;
import dev.coffer.backend.contract.UnreliableNetworkContract;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SwiftBackendTest extends BackendContract implements ForeignFilesContract, UnreliableNetworkContract {

    private static final String LOCATION = "swift:box:/some/where";

    private final FakeSwift swift = new FakeSwift();

    SwiftBackendTest() throws IOException {}

    @Override
    protected Backend create() throws IOException {
        return BackendRegistry.installed().create(LOCATION, swift.options());
    }

    @Override
    protected Backend reopen() throws IOException {
        return BackendRegistry.installed().open(LOCATION, swift.options());
    }

    @Override
    public InetSocketAddress serverAddress() {
        return swift.address();
    }

    @Override
    public Backend openAt(InetSocketAddress address, Map<String, String> options) throws IOException {
        return BackendRegistry.installed().open(LOCATION, FakeSwift.options(address, options));
    }

    /** It is found out when the place is opened. */
    @Test
    @Override
    public void a_server_that_nobody_answers_at_may_come_back() throws IOException {
        InetSocketAddress nobody;
        try (FaultProxy proxy = FaultProxy.http(serverAddress())) {
            nobody = proxy.address();
        }

        assertThatThrownBy(() -> openAt(nobody, Map.of()))
                .isInstanceOf(BackendException.Transient.class)
                .hasMessageContaining("127.0.0.1:" + nobody.getPort());
    }

    @Override
    public void plant(String path, byte[] bytes) {
        swift.containers().objects("box").put("some/where/" + path, bytes);
    }

    @AfterEach
    void stopSwift() {
        swift.close();
    }

    @Test
    void files_are_objects_below_the_prefix_as_restic_lays_them_out() throws IOException {
        Handle pack = ContractFiles.file(FileType.PACK, "a");
        backend().save(pack, Content.of(new byte[1]));
        backend().save(Handle.CONFIG, Content.of(new byte[1]));

        assertThat(swift.containers().objects("box"))
                .containsOnlyKeys(
                        "some/where/config", "some/where/data/" + pack.name().substring(0, 2) + "/" + pack.name());
    }

    @Test
    void objects_whose_names_only_begin_alike_are_not_listed() throws IOException {
        String name = ContractFiles.name("a");
        swift.containers().objects("box").put("some/where/keys-old/" + name, new byte[1]);
        swift.containers().objects("box").put("some/where-else/keys/" + name, new byte[1]);

        assertThat(ContractFiles.list(backend(), FileType.KEY)).isEmpty();
    }

    /** The second one is what a server gives which is set to shorter pages than others. */
    @ParameterizedTest
    @ValueSource(ints = {10_000, 7})
    void a_listing_goes_on_until_a_page_is_empty(int pageSize) throws IOException {
        swift.containers().limitPages(pageSize);
        int count = pageSize * 2 + 1;
        IntStream.range(0, count).forEach(i -> plant("snapshots/" + ContractFiles.name("file " + i), new byte[i % 3]));

        List<FileInfo> files = ContractFiles.list(backend(), FileType.SNAPSHOT);

        assertThat(files).hasSize(count).doesNotHaveDuplicates();
        assertThat(files).contains(new FileInfo(ContractFiles.name("file 2"), 2));
    }

    @Test
    void the_location_is_told_without_what_is_secret() {
        assertThat(backend().location()).isEqualTo(LOCATION);
    }
}
