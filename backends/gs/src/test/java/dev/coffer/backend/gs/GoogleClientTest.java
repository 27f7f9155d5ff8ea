package dev.coffer.backend.gs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import com.google.api.client.http.ByteArrayContent;
import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.storage.Storage;
import com.google.api.services.storage.model.Bucket;
import com.google.api.services.storage.model.Objects;
import com.google.api.services.storage.model.StorageObject;
import dev.coffer.backend.Backend;
import dev.coffer.backend.BackendLocation;
import dev.coffer.backend.BackendOptions;
import dev.coffer.backend.Content;
import dev.coffer.backend.FileInfo;
import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import dev.coffer.backend.contract.ContractFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Google's own client and this store understand each other, so the stand-in in between is not just what we take for it. */
class GoogleClientTest {

    private static final Handle PACK = ContractFiles.file(FileType.PACK, "pack");
    private static final byte[] BYTES = ContractFiles.bytes(300_000);

    private FakeGcs gcs;
    private Storage google;
    private Backend backend;

    @BeforeEach
    void start() throws IOException {
        gcs = new FakeGcs();
        google = new Storage.Builder(
                        new NetHttpTransport(),
                        GsonFactory.getDefaultInstance(),
                        request -> request.getHeaders().setAuthorization("Bearer " + FakeGcs.OWNER))
                .setRootUrl(gcs.url() + "/")
                .setApplicationName("test")
                .build();
        google.buckets().insert("project", new Bucket().setName("bucket")).execute();
        backend = new GsProvider()
                .open(
                        new BackendLocation("gs", "bucket:/repository"),
                        new BackendOptions(
                                Map.of("gs.endpoint", gcs.url()), Map.of("GOOGLE_ACCESS_TOKEN", FakeGcs.OWNER)));
    }

    @AfterEach
    void stop() throws IOException {
        backend.close();
        gcs.close();
    }

    @Test
    void what_google_stores_can_be_loaded() throws IOException {
        StorageObject metadata = new StorageObject().setName("repository/" + PACK.path());
        Storage.Objects.Insert insert =
                google.objects().insert("bucket", metadata, new ByteArrayContent("application/octet-stream", BYTES));
        insert.getMediaHttpUploader().setDirectUploadEnabled(true);
        insert.setDisableGZipContent(true).execute();

        assertThat(backend.load(PACK)).isEqualTo(BYTES);
        assertThat(ContractFiles.list(backend, FileType.PACK)).containsExactly(new FileInfo(PACK.name(), BYTES.length));
    }

    @Test
    void what_is_saved_can_be_read_by_google() throws IOException {
        backend.save(PACK, Content.of(BYTES));
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        google.objects().get("bucket", "repository/" + PACK.path()).executeMediaAndDownloadTo(read);

        assertThat(read.toByteArray()).isEqualTo(BYTES);
    }

    @Test
    void google_lists_what_is_saved_page_by_page() throws IOException {
        for (int i = 0; i < 5; i++) {
            backend.save(ContractFiles.file(FileType.INDEX, "index " + i), Content.of(new byte[i]));
        }
        Objects first = google.objects()
                .list("bucket")
                .setPrefix("repository/index/")
                .setMaxResults(3L)
                .execute();
        Objects second = google.objects()
                .list("bucket")
                .setPrefix("repository/index/")
                .setPageToken(first.getNextPageToken())
                .execute();

        assertThat(first.getItems()).hasSize(3);
        assertThat(second.getItems()).hasSize(2);
        assertThat(second.getNextPageToken()).isNull();
    }

    @Test
    void google_understands_that_an_object_is_missing() {
        assertThatThrownBy(() -> google.objects().get("bucket", "nothing").execute())
                .isInstanceOfSatisfying(GoogleJsonResponseException.class, failure -> {
                    assertThat(failure.getStatusCode()).isEqualTo(404);
                    assertThat(failure.getDetails().getMessage()).contains("No such object");
                });
    }
}
