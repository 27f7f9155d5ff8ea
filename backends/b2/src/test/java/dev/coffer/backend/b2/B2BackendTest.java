package dev.coffer.backend.b2;

import static dev.coffer.backend.contract.ContractFiles.bytes;
import static dev.coffer.backend.contract.ContractFiles.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.backend.Backend;
import dev.coffer.backend.BackendException;
import dev.coffer.backend.BackendOptions;
import dev.coffer.backend.BackendRegistry;
import dev.coffer.backend.Content;
import dev.coffer.backend.FileInfo;
import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import dev.coffer.backend.contract.BackendContract;
import dev.coffer.backend.contract.ContractFiles;
import dev.coffer.backend.contract.FaultProxy;
import dev.coffer.backend.contract.ForeignFilesContract;
import dev.coffer.backend.contract.StubServer;
import dev.coffer.backend.contract.UnreliableNetworkContract;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class B2BackendTest extends BackendContract implements ForeignFilesContract, UnreliableNetworkContract {

    private static final String LOCATION = "b2:backups-of-tests:some/where";
    private static final Handle PACK = file(FileType.PACK, "pack");
    private static final String PACK_FILE = "some/where/" + PACK.path();

    private final B2Stub b2 = new B2Stub("http");
    private final StubServer server = StubServer.http(b2);

    B2BackendTest() throws IOException {}

    private BackendOptions options() {
        return B2Stub.options(server.address(), B2StubKey.master());
    }

    private B2StubBucket bucket() {
        return b2.bucket("backups-of-tests");
    }

    @Override
    protected Backend create() throws IOException {
        return BackendRegistry.installed().create(LOCATION, options());
    }

    @Override
    protected Backend reopen() throws IOException {
        return BackendRegistry.installed().open(LOCATION, options());
    }

    @Override
    public InetSocketAddress serverAddress() {
        return server.address();
    }

    @Override
    public Backend openAt(InetSocketAddress address, Map<String, String> options) throws IOException {
        return BackendRegistry.installed().open(LOCATION, B2Stub.options(address, B2StubKey.master(), options));
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
        bucket().add("some/where/" + path, "upload", bytes);
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    @Test
    void files_are_called_as_restic_calls_them() throws IOException {
        backend().save(PACK, Content.of(bytes(10)));

        assertThat(PACK_FILE).isEqualTo("some/where/data/" + PACK.name().substring(0, 2) + "/" + PACK.name());
        assertThat(bucket().visible(PACK_FILE)).isPresent();
    }

    @Test
    void a_listing_of_more_than_ten_thousand_files_takes_several_pages() throws IOException {
        int count = 20_001;
        IntStream.range(0, count).forEach(i -> plant("snapshots/" + ContractFiles.name("file " + i), new byte[i % 3]));

        List<FileInfo> files = ContractFiles.list(backend(), FileType.SNAPSHOT);

        assertThat(files).hasSize(count).doesNotHaveDuplicates();
        assertThat(files).contains(new FileInfo(ContractFiles.name("file 2"), 2));
        assertThat(b2.calls()).filteredOn("b2_list_file_names"::equals).hasSize(3);
    }

    @Test
    void a_file_that_is_saved_again_is_the_newer_version() throws IOException {
        backend().save(Handle.CONFIG, Content.of(bytes(10)));
        backend().save(Handle.CONFIG, Content.of(bytes(20)));

        assertThat(backend().load(Handle.CONFIG)).isEqualTo(bytes(20));
        assertThat(bucket().versions("some/where/config")).hasSize(2);
    }

    @Test
    void removing_deletes_all_versions() throws IOException {
        backend().save(PACK, Content.of(bytes(10)));
        backend().save(PACK, Content.of(bytes(10)));
        backend().remove(PACK);

        assertThat(bucket().versions(PACK_FILE)).isEmpty();
    }

    @Test
    void that_is_true_of_more_versions_than_a_page_has() throws IOException {
        IntStream.range(0, 1001).forEach(_ -> bucket().add(PACK_FILE, "upload", new byte[1]));
        backend().remove(PACK);

        assertThat(bucket().versions(PACK_FILE)).isEmpty();
    }

    @Test
    void a_hidden_file_is_missing_and_not_listed() throws IOException {
        backend().save(PACK, Content.of(bytes(10)));
        bucket().hide(PACK_FILE);

        assertThat(ContractFiles.list(backend(), FileType.PACK)).isEmpty();
        assertThatThrownBy(() -> backend().load(PACK)).isInstanceOf(BackendException.Missing.class);
        assertThatThrownBy(() -> backend().remove(PACK)).isInstanceOf(BackendException.Missing.class);
        assertThat(bucket().versions(PACK_FILE)).hasSize(2);
    }

    @Test
    void a_file_whose_name_only_begins_alike_is_not_removed() throws IOException {
        backend().save(PACK, Content.of(bytes(10)));
        bucket().add(PACK_FILE + "-copy", "upload", bytes(10));
        backend().remove(PACK);

        assertThat(bucket().versions(PACK_FILE + "-copy")).hasSize(1);
    }

    @Test
    void an_address_for_uploads_is_used_again() throws IOException {
        backend().save(PACK, Content.of(bytes(10)));
        backend().save(PACK, Content.of(bytes(10)));

        assertThat(b2.calls()).filteredOn("b2_get_upload_url"::equals).hasSize(1);
    }
}
