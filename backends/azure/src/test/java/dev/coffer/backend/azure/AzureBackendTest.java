package dev.coffer.backend.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.util.BinaryData;
import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.BlobServiceClientBuilder;
import com.azure.storage.blob.BlobServiceVersion;
import com.azure.storage.blob.models.AccessTier;
import com.azure.storage.blob.models.BlobItem;
import com.azure.storage.blob.models.BlockListType;
import com.azure.storage.blob.options.BlockBlobSimpleUploadOptions;
import com.azure.storage.common.StorageSharedKeyCredential;
import dev.coffer.backend.Backend;
import dev.coffer.backend.BackendException;
import dev.coffer.backend.BackendLocation;
import dev.coffer.backend.Content;
import dev.coffer.backend.FileInfo;
import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import dev.coffer.backend.azure.AzureBackend.UploadLimits;
import dev.coffer.backend.contract.BackendContract;
import dev.coffer.backend.contract.ContractFiles;
import dev.coffer.backend.contract.ForeignFilesContract;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is stored is also looked at by Azure's own client, which sends requests by itself. */
@Tag("azurite")
class AzureBackendTest extends BackendContract implements ForeignFilesContract {

    private static final Handle PACK = ContractFiles.file(FileType.PACK, "pack");

    private static Azurite azurite;

    private final String container = Azurite.newContainer();

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException, InterruptedException {
        azurite = new Azurite(folder);
    }

    @AfterAll
    static void stop() {
        azurite.close();
    }

    @Override
    protected Backend create() throws IOException {
        return new AzureProvider().create(location(), azurite.options());
    }

    @Override
    protected Backend reopen() throws IOException {
        return open();
    }

    private Backend open(String... options) throws IOException {
        return new AzureProvider().open(location(), azurite.options(options));
    }

    private BackendLocation location() {
        return new BackendLocation("azure", container + ":/some/where");
    }

    private BlobContainerClient client() {
        return new BlobServiceClientBuilder()
                .endpoint(azurite.endpoint())
                .credential(new StorageSharedKeyCredential(Azurite.ACCOUNT, Azurite.KEY))
                .serviceVersion(BlobServiceVersion.V2021_12_02)
                .buildClient()
                .getBlobContainerClient(container);
    }

    @Override
    public void plant(String path, byte[] bytes) {
        client().getBlobClient("some/where/" + path).upload(BinaryData.fromBytes(bytes));
    }

    @Test
    void files_are_blobs_named_as_in_a_folder() throws IOException {
        backend().save(PACK, Content.of(new byte[] {1}));
        backend().save(Handle.CONFIG, Content.of(new byte[] {2}));

        assertThat(client().listBlobs().stream().map(BlobItem::getName))
                .containsExactlyInAnyOrder(
                        "some/where/config", "some/where/data/" + PACK.name().substring(0, 2) + "/" + PACK.name());
    }

    @Test
    void what_is_saved_can_be_read_by_azures_own_client() throws IOException {
        byte[] content = ContractFiles.bytes(300_000);
        backend().save(PACK, Content.of(content));

        assertThat(client().getBlobClient("some/where/" + PACK.path())
                        .downloadContent()
                        .toBytes())
                .isEqualTo(content);
    }

    @Test
    void files_of_another_repository_in_the_container_are_not_listed() {
        plant("else/" + PACK.path(), new byte[1]);
        client().getBlobClient(PACK.path()).upload(BinaryData.fromBytes(new byte[1]));

        assertThat(list()).isEmpty();
    }

    private List<FileInfo> list() {
        try {
            return ContractFiles.list(backend(), FileType.PACK);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1001, 2000, 2001, 5000})
    void a_file_that_is_too_large_for_one_request_is_sent_in_blocks(int size) throws IOException {
        byte[] content = ContractFiles.bytes(size);
        AzureContainer limited = AzureContainer.connect(location(), azurite.options());
        try (Backend backend = limited.backend(new UploadLimits(1000, 1000))) {
            backend.save(PACK, Content.of(content));
        }

        assertThat(backend().load(PACK)).isEqualTo(content);
        assertThat(client().getBlobClient("some/where/" + PACK.path())
                        .getBlockBlobClient()
                        .listBlocks(BlockListType.COMMITTED)
                        .getCommittedBlocks())
                .hasSize((size + 999) / 1000);
    }

    @Test
    void an_archive_is_for_data_packs_alone() throws IOException {
        Handle trees = Handle.treePack(ContractFiles.name("trees"));
        Handle index = ContractFiles.file(FileType.INDEX, "index");
        try (Backend archive = open("azure.access-tier", "Archive")) {
            archive.save(PACK, Content.of(new byte[1]));
            archive.save(trees, Content.of(new byte[1]));
            archive.save(index, Content.of(new byte[1]));
        }

        assertThat(tier(PACK)).isEqualTo(AccessTier.ARCHIVE);
        assertThat(tier(trees)).isEqualTo(AccessTier.HOT);
        assertThat(tier(index)).isEqualTo(AccessTier.HOT);
    }

    @Test
    void what_is_in_the_archive_cannot_be_loaded_and_that_is_not_tried_again() throws IOException {
        try (Backend archive = open("azure.access-tier", "archive")) {
            archive.save(PACK, Content.of(new byte[1]));

            assertThatThrownBy(() -> archive.load(PACK))
                    .isInstanceOf(BackendException.Rejected.class)
                    .hasMessageContaining("another access tier");
        }
    }

    @Test
    void any_other_tier_is_for_all_files() throws IOException {
        Handle index = ContractFiles.file(FileType.INDEX, "index");
        try (Backend cool = open("azure.access-tier", "cool")) {
            cool.save(PACK, Content.of(new byte[1]));
            cool.save(index, Content.of(new byte[1]));
        }

        assertThat(tier(PACK)).isEqualTo(AccessTier.COOL);
        assertThat(tier(index)).isEqualTo(AccessTier.COOL);
    }

    private AccessTier tier(Handle handle) {
        return client().getBlobClient("some/where/" + handle.path())
                .getProperties()
                .getAccessTier();
    }

    @Test
    void bytes_that_arrive_changed_are_refused() {
        assertThatThrownBy(() -> client().getBlobClient("x")
                        .getBlockBlobClient()
                        .uploadWithResponse(
                                new BlockBlobSimpleUploadOptions(BinaryData.fromBytes(new byte[] {1, 2, 3}))
                                        .setContentMd5(new byte[16]),
                                null,
                                null))
                .hasMessageContaining("MD5");
    }

    @Test
    void removing_a_missing_file_is_told() {
        assertThatThrownBy(() -> backend().remove(PACK)).isInstanceOf(BackendException.Missing.class);
    }
}
