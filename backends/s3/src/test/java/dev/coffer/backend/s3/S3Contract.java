package dev.coffer.backend.s3;

import static dev.coffer.backend.contract.ContractFiles.bytes;
import static dev.coffer.backend.contract.ContractFiles.file;
import static dev.coffer.backend.contract.ContractFiles.list;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
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
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What the store does alike with every server. Each test has a bucket of its own. */
abstract class S3Contract extends BackendContract implements ForeignFilesContract {

    static final Handle PACK = file(FileType.PACK, "pack");

    private static final AtomicInteger BUCKETS = new AtomicInteger();

    final String bucket = "coffer-test-" + BUCKETS.incrementAndGet();

    /** The part of locations before the bucket, without the scheme. */
    abstract String server();

    /** What is needed to get in. */
    abstract BackendOptions options();

    final BackendOptions options(Map<String, String> more) {
        Map<String, String> extended = new HashMap<>(options().extended());
        extended.putAll(more);
        return new BackendOptions(extended, options().environment());
    }

    final String path() {
        return server() + "/" + bucket + "/some/folder";
    }

    final BackendLocation location() {
        return new BackendLocation("s3", path());
    }

    @Override
    protected final Backend create() throws IOException {
        return new S3Provider().create(location(), options());
    }

    @Override
    protected final Backend reopen() throws IOException {
        return new S3Provider().open(location(), options());
    }

    @Override
    public final void plant(String path, byte[] bytes) throws IOException {
        try (RawBucket raw = RawBucket.open(path(), options())) {
            raw.put(path, bytes);
        }
    }

    @Test
    void files_are_objects_below_the_prefix_as_restic_lays_them_out() throws IOException {
        backend().save(PACK, Content.of(bytes(10)));

        try (RawBucket raw = RawBucket.open(path(), options())) {
            String path = "data/" + PACK.name().substring(0, 2) + "/" + PACK.name();
            assertThat(raw.head(path).contentLength()).isEqualTo(10);
            assertThat(raw.head(path).contentType()).isEqualTo("application/octet-stream");
        }
    }

    @Test
    void a_bucket_that_is_there_is_used() {
        assertThatCode(() -> create().close()).doesNotThrowAnyException();
    }

    @Test
    void a_bucket_that_is_not_there_is_missing() throws IOException {
        BackendLocation nowhere = new BackendLocation("s3", server() + "/coffer-no-such-bucket/folder");
        try (Backend backend = new S3Provider().open(nowhere, options())) {
            assertThatThrownBy(() -> backend.load(Handle.CONFIG))
                    .isInstanceOf(BackendException.Missing.class)
                    .hasMessageContaining("NoSuchBucket")
                    .hasMessageContaining("coffer-no-such-bucket");
            assertThatThrownBy(() -> backend.save(PACK, Content.of(bytes(10))))
                    .isInstanceOf(BackendException.Missing.class);
        }
    }

    @Test
    void objects_whose_keys_only_begin_alike_are_not_listed() throws IOException {
        plant("keys-old/" + ContractFiles.name("a"), new byte[1]);

        assertThat(list(backend(), FileType.KEY)).isEmpty();
    }

    @Test
    void if_asked_to_the_store_never_replaces_a_file() throws IOException {
        try (Backend careful = new S3Provider().open(location(), options(Map.of("s3.no-overwrite", "true")))) {
            careful.save(PACK, Content.of(bytes(100)));
            careful.save(PACK, Content.of(bytes(100)));

            assertThatThrownBy(() -> careful.save(PACK, Content.of(bytes(101))))
                    .isInstanceOf(BackendException.Rejected.class)
                    .hasMessageContaining("s3.no-overwrite");
            assertThat(careful.load(PACK)).isEqualTo(bytes(100));
        }
    }

    @Test
    void the_location_is_told_as_it_was_given() {
        assertThat(backend().location()).isEqualTo("s3:" + path().replace("https://", ""));
    }
}
