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
import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import dev.coffer.backend.contract.ContractFiles;
import dev.coffer.backend.contract.StubServer;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What keys with few capabilities are good for. */
class B2KeysTest {

    private static final String BUCKET = "backups-of-tests";
    private static final Handle PACK = file(FileType.PACK, "pack");

    private final B2Stub b2 = new B2Stub("http");
    private final StubServer server = StubServer.http(b2);

    B2KeysTest() throws IOException {}

    @BeforeEach
    void makeBucket() {
        b2.bucket(BUCKET);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Backend open(B2StubKey key) throws IOException {
        b2.add(key);
        return BackendRegistry.installed().open("b2:" + BUCKET + ":host", B2Stub.options(server.address(), key));
    }

    @Test
    void a_key_for_one_bucket_and_prefix_needs_not_list_buckets() throws IOException {
        B2StubKey key = B2StubKey.with("listFiles", "readFiles", "writeFiles", "deleteFiles")
                .restrictedTo(BUCKET, "host/");

        try (Backend backend = open(key)) {
            backend.save(PACK, Content.of(bytes(100)));
            assertThat(backend.load(PACK)).isEqualTo(bytes(100));
            assertThat(ContractFiles.list(backend, FileType.PACK)).hasSize(1);
            backend.remove(PACK);
            assertThat(ContractFiles.list(backend, FileType.PACK)).isEmpty();
        }
        assertThat(b2.calls()).doesNotContain("b2_list_buckets");
    }

    @Test
    void a_key_that_may_not_delete_hides() throws IOException {
        try (Backend backend = open(B2StubKey.with("listBuckets", "listFiles", "readFiles", "writeFiles"))) {
            backend.save(PACK, Content.of(bytes(100)));
            backend.remove(PACK);

            assertThatThrownBy(() -> backend.stat(PACK)).isInstanceOf(BackendException.Missing.class);
            assertThatThrownBy(() -> backend.remove(PACK)).isInstanceOf(BackendException.Missing.class);
        }
        assertThat(b2.bucket(BUCKET).versions("host/" + PACK.path())).hasSize(2);
    }

    @Test
    void a_key_that_may_only_read_is_denied_the_rest() throws IOException {
        b2.bucket(BUCKET).add("host/" + PACK.path(), "upload", bytes(100));

        try (Backend backend = open(B2StubKey.with("listBuckets", "listFiles", "readFiles"))) {
            assertThat(backend.load(PACK)).isEqualTo(bytes(100));
            assertThatThrownBy(() -> backend.save(PACK, Content.of(bytes(10))))
                    .isInstanceOf(BackendException.Denied.class)
                    .hasMessageContaining("capability");
            assertThatThrownBy(() -> backend.remove(PACK)).isInstanceOf(BackendException.Denied.class);
        }
    }

    @Test
    void a_key_for_another_prefix_is_denied() throws IOException {
        B2StubKey key = B2StubKey.with("listFiles", "readFiles", "writeFiles").restrictedTo(BUCKET, "elsewhere/");

        try (Backend backend = open(key)) {
            assertThatThrownBy(() -> ContractFiles.list(backend, FileType.PACK))
                    .isInstanceOf(BackendException.Denied.class);
            assertThatThrownBy(() -> backend.load(PACK)).isInstanceOf(BackendException.Denied.class);
            assertThatThrownBy(() -> backend.stat(PACK)).isInstanceOf(BackendException.Denied.class);
        }
    }

    @Test
    void a_key_for_another_bucket_is_denied() {
        B2StubKey key = B2StubKey.with("listBuckets", "listFiles").restrictedTo("another-bucket", "");

        assertThatThrownBy(() -> open(key)).isInstanceOf(BackendException.Denied.class);
    }

    @Test
    void a_wrong_key_is_denied_at_once_and_not_told() {
        B2StubKey wrong = new B2StubKey("master", "wrong-secret", B2StubKey.EVERYTHING, Optional.empty(), "");

        assertThatThrownBy(
                        () -> BackendRegistry.installed().open("b2:" + BUCKET, B2Stub.options(server.address(), wrong)))
                .isInstanceOf(BackendException.Denied.class)
                .hasMessageContaining("B2_ACCOUNT_KEY")
                .hasMessageNotContaining("wrong-secret");
        assertThat(b2.calls()).containsExactly("b2_authorize_account");
    }

    @Test
    void a_key_may_be_named_as_backblazes_own_programs_do() throws IOException {
        BackendOptions usual = B2Stub.options(server.address(), B2StubKey.master());
        Map<String, String> environment = new HashMap<>();
        environment.put("B2_APPLICATION_KEY_ID", B2StubKey.master().id());
        environment.put("B2_APPLICATION_KEY", B2StubKey.master().secret());

        try (Backend backend =
                BackendRegistry.installed().open("b2:" + BUCKET, new BackendOptions(usual.extended(), environment))) {
            assertThat(ContractFiles.list(backend, FileType.PACK)).isEmpty();
        }
    }

    @Test
    void a_key_that_is_not_there_is_told_before_anything_is_asked() {
        BackendOptions none = new BackendOptions(
                B2Stub.options(server.address(), B2StubKey.master()).extended(), Map.of());

        assertThatThrownBy(() -> BackendRegistry.installed().open("b2:" + BUCKET, none))
                .isInstanceOf(BackendException.Rejected.class)
                .hasMessageContaining("B2_ACCOUNT_ID");
        assertThat(b2.calls()).isEmpty();
    }
}
