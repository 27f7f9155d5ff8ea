package dev.coffer.backend.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.BlobServiceClientBuilder;
import com.azure.storage.blob.BlobServiceVersion;
import com.azure.storage.blob.sas.BlobContainerSasPermission;
import com.azure.storage.blob.sas.BlobServiceSasSignatureValues;
import com.azure.storage.common.StorageSharedKeyCredential;
import dev.coffer.backend.Backend;
import dev.coffer.backend.BackendException;
import dev.coffer.backend.BackendLocation;
import dev.coffer.backend.BackendOptions;
import dev.coffer.backend.Content;
import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import dev.coffer.backend.contract.ContractFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may do what. */
@Tag("azurite")
class AzureAccessTest {

    private static final Handle PACK = ContractFiles.file(FileType.PACK, "pack");

    private static Azurite azurite;

    private final String container = Azurite.newContainer();
    private final BackendLocation location = new BackendLocation("azure", container + ":/");

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException, InterruptedException {
        azurite = new Azurite(folder);
    }

    @AfterAll
    static void stop() {
        azurite.close();
    }

    private Backend open(Map<String, String> credentials) throws IOException {
        BackendOptions options = Azurite.options(azurite.endpoint(), credentials);
        return new AzureProvider().open(location, options);
    }

    private BlobContainerClient client() {
        return new BlobServiceClientBuilder()
                .endpoint(azurite.endpoint())
                .credential(new StorageSharedKeyCredential(Azurite.ACCOUNT, Azurite.KEY))
                .serviceVersion(BlobServiceVersion.V2021_12_02)
                .buildClient()
                .getBlobContainerClient(container);
    }

    private String sas(String permissions) {
        return client().generateSas(new BlobServiceSasSignatureValues(
                OffsetDateTime.now().plusHours(1), BlobContainerSasPermission.parse(permissions)));
    }

    @Test
    void a_wrong_key_is_denied_with_a_hint_and_without_the_key() throws IOException {
        String wrong = Base64.getEncoder().encodeToString(new byte[64]);
        try (Backend backend = open(Map.of("AZURE_ACCOUNT_KEY", wrong))) {
            assertThatThrownBy(() -> backend.load(PACK))
                    .isInstanceOf(BackendException.Denied.class)
                    .hasMessageContaining("AZURE_ACCOUNT_KEY")
                    .hasMessageNotContaining(wrong);
        }
    }

    @Test
    void a_container_that_does_not_exist_is_missing() throws IOException {
        try (Backend backend = open(Map.of("AZURE_ACCOUNT_KEY", Azurite.KEY))) {
            assertThatThrownBy(() -> ContractFiles.list(backend, FileType.SNAPSHOT))
                    .isInstanceOf(BackendException.Missing.class)
                    .hasMessageContaining("init");
            assertThatThrownBy(() -> backend.save(PACK, Content.of(new byte[1])))
                    .isInstanceOf(BackendException.Missing.class);
        }
    }

    @Test
    void a_container_that_exists_is_used_as_it_is() throws IOException {
        try (Backend first = new AzureProvider().create(location, azurite.options())) {
            first.save(PACK, Content.of(new byte[] {1}));
        }
        try (Backend second = new AzureProvider().create(location, azurite.options())) {
            assertThat(second.load(PACK)).containsExactly(1);
        }
    }

    @Test
    void a_shared_access_signature_is_enough() throws IOException {
        client().create();
        try (Backend backend = open(Map.of("AZURE_ACCOUNT_SAS", "?" + sas("racwdl")))) {
            backend.save(PACK, Content.of(new byte[] {1}));
            assertThat(backend.load(PACK)).containsExactly(1);
            assertThat(ContractFiles.list(backend, FileType.PACK)).hasSize(1);
            backend.remove(PACK);
        }
    }

    @Test
    void a_signature_without_the_right_to_ask_for_the_container_can_be_used_to_begin() throws IOException {
        client().create();
        BackendOptions options = Azurite.options(azurite.endpoint(), Map.of("AZURE_ACCOUNT_SAS", sas("racwdl")));
        try (Backend backend = new AzureProvider().create(location, options)) {
            backend.save(Handle.CONFIG, Content.of(new byte[] {1}));
            assertThat(backend.load(Handle.CONFIG)).containsExactly(1);
        }
    }

    @Test
    void whoever_may_only_add_can_neither_replace_nor_remove() throws IOException {
        client().create();
        try (Backend owner = open(Map.of("AZURE_ACCOUNT_KEY", Azurite.KEY))) {
            owner.save(PACK, Content.of(new byte[] {1}));
        }
        String signature = sas("rcl");
        try (Backend adder = open(Map.of("AZURE_ACCOUNT_SAS", signature))) {
            adder.save(ContractFiles.file(FileType.PACK, "new"), Content.of(new byte[1]));
            assertThatThrownBy(() -> adder.save(PACK, Content.of(new byte[] {2})))
                    .isInstanceOf(BackendException.Denied.class)
                    .hasMessageNotContaining(signature.substring(signature.indexOf("sig=")));
            assertThatThrownBy(() -> adder.remove(PACK)).isInstanceOf(BackendException.Denied.class);
            assertThat(adder.load(PACK)).containsExactly(1);
        }
    }
}
