package dev.coffer.backend.gs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.backend.Backend;
import dev.coffer.backend.BackendException;
import dev.coffer.backend.BackendLocation;
import dev.coffer.backend.BackendOptions;
import dev.coffer.backend.Content;
import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import dev.coffer.backend.contract.BackendContract;
import dev.coffer.backend.contract.ContractFiles;
import dev.coffer.backend.contract.ForeignFilesContract;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GsBackendTest extends BackendContract implements ForeignFilesContract {

    private static final Handle PACK = ContractFiles.file(FileType.PACK, "pack");
    private static final BackendLocation LOCATION = new BackendLocation("gs", "bucket:/some/where");

    private final FakeGcs gcs;

    GsBackendTest() throws IOException {
        gcs = new FakeGcs();
    }

    @AfterEach
    void stop() {
        gcs.close();
    }

    @Override
    protected Backend create() throws IOException {
        return new GsProvider().create(LOCATION, options(FakeGcs.OWNER));
    }

    @Override
    protected Backend reopen() throws IOException {
        return open(FakeGcs.OWNER);
    }

    private Backend open(String token, String... extended) throws IOException {
        return new GsProvider().open(LOCATION, options(token, extended));
    }

    private BackendOptions options(String token, String... extended) {
        Map<String, String> options = new HashMap<>(Map.of("gs.endpoint", gcs.url()));
        IntStream.range(0, extended.length / 2).forEach(i -> options.put(extended[2 * i], extended[2 * i + 1]));
        return new BackendOptions(options, Map.of("GOOGLE_ACCESS_TOKEN", token, "GOOGLE_PROJECT_ID", "project"));
    }

    @Override
    public void plant(String path, byte[] bytes) {
        gcs.buckets().put("bucket", "some/where/" + path, bytes, "STANDARD");
    }

    @Test
    void files_are_objects_named_as_in_a_folder() throws IOException {
        backend().save(PACK, Content.of(new byte[] {1}));
        backend().save(Handle.CONFIG, Content.of(new byte[] {2}));

        assertThat(gcs.buckets().objects("bucket").keySet())
                .containsExactlyInAnyOrder(
                        "some/where/config", "some/where/data/" + PACK.name().substring(0, 2) + "/" + PACK.name());
    }

    @Test
    void files_of_another_repository_in_the_bucket_are_not_listed() throws IOException {
        gcs.buckets().put("bucket", "some/where/else/" + PACK.path(), new byte[1], "STANDARD");
        gcs.buckets().put("bucket", PACK.path(), new byte[1], "STANDARD");

        assertThat(ContractFiles.list(backend(), FileType.PACK)).isEmpty();
    }

    @Test
    void only_data_packs_get_the_storage_class_that_is_asked_for() throws IOException {
        Handle trees = Handle.treePack(ContractFiles.name("trees"));
        Handle index = ContractFiles.file(FileType.INDEX, "index");
        try (Backend cheap = open(FakeGcs.OWNER, "gs.storage-class", "coldline")) {
            cheap.save(PACK, Content.of(new byte[1]));
            cheap.save(trees, Content.of(new byte[1]));
            cheap.save(index, Content.of(new byte[1]));
        }

        assertThat(storageClass(PACK)).isEqualTo("COLDLINE");
        assertThat(storageClass(trees)).isEqualTo("STANDARD");
        assertThat(storageClass(index)).isEqualTo("STANDARD");
    }

    private String storageClass(Handle handle) {
        return gcs.buckets().object("bucket", "some/where/" + handle.path()).storageClass();
    }

    @Test
    void a_token_that_is_not_known_is_denied_with_a_hint() throws IOException {
        try (Backend stranger = open("stolen")) {
            assertThatThrownBy(() -> stranger.load(PACK))
                    .isInstanceOf(BackendException.Denied.class)
                    .hasMessageContaining("GOOGLE_APPLICATION_CREDENTIALS")
                    .hasMessageNotContaining("stolen");
        }
    }

    @Test
    void a_permission_that_is_missing_is_told_by_its_name() throws IOException {
        gcs.grant("reader", "storage.objects.get", "storage.objects.list");
        try (Backend reader = open("reader")) {
            assertThatThrownBy(() -> reader.save(PACK, Content.of(new byte[1])))
                    .isInstanceOf(BackendException.Denied.class)
                    .hasMessageContaining("storage.objects.create");
        }
    }

    @Test
    void whoever_may_only_add_can_neither_replace_nor_remove() throws IOException {
        backend().save(PACK, Content.of(new byte[] {1}));
        gcs.grant("adder", "storage.objects.create", "storage.objects.get", "storage.objects.list");
        try (Backend adder = open("adder")) {
            adder.save(ContractFiles.file(FileType.PACK, "new"), Content.of(new byte[1]));
            assertThatThrownBy(() -> adder.save(PACK, Content.of(new byte[] {2})))
                    .isInstanceOf(BackendException.Denied.class);
            assertThatThrownBy(() -> adder.remove(PACK)).isInstanceOf(BackendException.Denied.class);
        }

        assertThat(backend().load(PACK)).containsExactly(1);
    }

    @Test
    void what_was_changed_on_its_way_is_sent_again_and_leaves_nothing() {
        assertThatThrownBy(() -> backend().save(PACK, ContractFiles.changing(1000)))
                .isInstanceOf(BackendException.Transient.class);
        assertThatThrownBy(() -> backend().stat(PACK)).isInstanceOf(BackendException.Missing.class);
    }

    @Test
    void removing_a_missing_file_is_told() {
        assertThatThrownBy(() -> backend().remove(PACK)).isInstanceOf(BackendException.Missing.class);
    }
}
