package dev.coffer.backend.b2;

import static dev.coffer.backend.contract.ContractFiles.bytes;
import static dev.coffer.backend.contract.ContractFiles.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.backend.Backend;
import dev.coffer.backend.BackendException;
import dev.coffer.backend.BackendRegistry;
import dev.coffer.backend.Content;
import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import dev.coffer.backend.contract.ContractFiles;
import dev.coffer.backend.contract.FaultProxy;
import dev.coffer.backend.contract.NetworkFault;
import dev.coffer.backend.contract.NetworkFault.Answer;
import dev.coffer.backend.contract.ProxiedRequest;
import dev.coffer.backend.contract.StubServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong between the store and B2 in particular, and what becomes of it. */
class B2FailuresTest {

    private static final Handle PACK = file(FileType.PACK, "pack");
    private static final Handle OTHER = file(FileType.PACK, "other");
    private static final int SIZE = 100_000;

    private final B2Stub b2 = new B2Stub("http");
    private final StubServer server = StubServer.http(b2);
    private final FaultProxy proxy = FaultProxy.http(server.address());
    private Backend backend;

    B2FailuresTest() throws IOException {}

    @BeforeEach
    void open() throws IOException {
        backend = BackendRegistry.installed()
                .create("b2:backups-of-tests", B2Stub.options(proxy.address(), B2StubKey.master()));
    }

    @AfterEach
    void close() throws IOException {
        backend.close();
        proxy.close();
        server.close();
    }

    @Test
    void an_expired_token_is_renewed_without_a_word() throws IOException {
        b2.expireTokens();
        backend.save(PACK, Content.of(bytes(SIZE)));
        b2.expireTokens();
        assertThat(backend.load(PACK)).isEqualTo(bytes(SIZE));
        b2.expireTokens();
        assertThat(backend.stat(PACK).size()).isEqualTo(SIZE);
        b2.expireTokens();
        assertThat(ContractFiles.list(backend, FileType.PACK)).hasSize(1);

        assertThat(b2.calls()).filteredOn("b2_authorize_account"::equals).hasSize(5);
    }

    @Test
    void a_new_token_that_is_refused_as_well_is_denied() {
        proxy.when(
                request -> request.path().startsWith("/file/"),
                new Answer(401, Map.of(), "{\"code\":\"expired_auth_token\",\"message\":\"\",\"status\":401}"));

        assertThatThrownBy(() -> backend.load(PACK)).isInstanceOf(BackendException.Denied.class);
        assertThat(b2.calls()).filteredOn("b2_authorize_account"::equals).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "503,service_unavailable",
        "500,internal_error",
        "408,request_timeout",
        "401,expired_auth_token",
        "401,bad_auth_token"
    })
    void an_upload_that_is_refused_is_tried_at_another_address_at_once(int status, String code) throws IOException {
        b2.failUpload(status, code);
        backend.save(PACK, Content.of(bytes(SIZE)));

        assertThat(backend.load(PACK)).isEqualTo(bytes(SIZE));
        assertThat(b2.calls()).filteredOn("b2_get_upload_url"::equals).hasSize(2);
    }

    @Test
    void an_upload_that_is_refused_again_is_worth_another_attempt_later() {
        b2.failUpload(503, "service_unavailable");
        b2.failUpload(503, "service_unavailable");

        assertThatThrownBy(() -> backend.save(PACK, Content.of(bytes(SIZE))))
                .isInstanceOf(BackendException.Transient.class)
                .hasMessageContaining("service_unavailable");
    }

    @Test
    void an_address_that_has_expired_is_replaced() throws IOException {
        backend.save(PACK, Content.of(bytes(10)));
        b2.expireUploadTokens();
        backend.save(OTHER, Content.of(bytes(SIZE)));

        assertThat(backend.load(OTHER)).isEqualTo(bytes(SIZE));
    }

    @Test
    void an_upload_that_breaks_off_is_tried_at_another_address() throws IOException {
        proxy.when(firstUpload(), NetworkFault.resetRequest(SIZE / 2));
        backend.save(PACK, Content.of(bytes(SIZE)));

        assertThat(backend.load(PACK)).isEqualTo(bytes(SIZE));
        assertThat(b2.calls()).filteredOn("b2_get_upload_url"::equals).hasSize(2);
    }

    private static Predicate<ProxiedRequest> firstUpload() {
        AtomicInteger uploads = new AtomicInteger();
        return request -> isUpload(request) && uploads.incrementAndGet() == 1;
    }

    private static boolean isUpload(ProxiedRequest request) {
        return request.path().contains("b2_upload_file");
    }

    @Test
    void an_upload_that_breaks_off_each_time_leaves_nothing() throws IOException {
        proxy.when(B2FailuresTest::isUpload, NetworkFault.resetRequest(SIZE / 2));

        assertThatThrownBy(() -> backend.save(PACK, Content.of(bytes(SIZE))))
                .isInstanceOf(BackendException.Transient.class);
        assertThat(ContractFiles.list(backend, FileType.PACK)).isEmpty();
    }

    @Test
    void an_address_is_used_by_one_upload_at_a_time() throws IOException {
        backend.save(OTHER, Content.of(bytes(10)));
        backend.save(PACK, content(opened -> {
            // the second time it is opened, an upload is under way
            if (opened == 2) {
                saveOther();
            }
            return new byte[] {1, 2, 3};
        }));

        assertThat(b2.calls()).filteredOn("b2_get_upload_url"::equals).hasSize(2);
    }

    private void saveOther() {
        try {
            backend.save(OTHER, Content.of(bytes(10)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void bytes_that_change_on_the_way_are_noticed_by_the_server() {
        assertThatThrownBy(() -> backend.save(PACK, content(opened -> new byte[] {1, 2, (byte) opened})))
                .isInstanceOf(BackendException.Transient.class)
                .hasMessageContaining("Sha1 did not match");
    }

    /** Three bytes that depend on how often they have been asked for. */
    private static Content content(IntFunction<byte[]> bytes) {
        AtomicInteger opened = new AtomicInteger();
        return new Content() {
            @Override
            public long length() {
                return 3;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes.apply(opened.incrementAndGet()));
            }
        };
    }

    @Test
    void a_cap_that_is_reached_asks_for_space() {
        b2.limitStorage(1000);

        assertThatThrownBy(() -> backend.save(PACK, Content.of(bytes(1001)))).isInstanceOf(BackendException.Full.class);
    }

    @Test
    void too_many_transactions_are_no_matter_of_space() {
        proxy.when(
                request -> request.path().startsWith("/file/"),
                new Answer(403, Map.of(), "{\"code\":\"transaction_cap_exceeded\",\"message\":\"\",\"status\":403}"));

        assertThatThrownBy(() -> backend.load(PACK))
                .isInstanceOf(BackendException.Denied.class)
                .hasMessageContaining("transaction_cap_exceeded");
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 503})
    void a_busy_server_may_say_how_long_it_is_busy(int status) {
        proxy.next(Answer.busy(status, "17"));

        assertThatThrownBy(() -> backend.load(PACK))
                .asInstanceOf(InstanceOfAssertFactories.type(BackendException.Transient.class))
                .satisfies(failure -> assertThat(failure.retryAfter()).contains(Duration.ofSeconds(17)));
    }

    @Test
    void an_upload_waits_as_long_as_it_is_told_to() {
        proxy.when(B2FailuresTest::isUpload, Answer.busy(429, "17"));

        assertThatThrownBy(() -> backend.save(PACK, Content.of(bytes(10))))
                .asInstanceOf(InstanceOfAssertFactories.type(BackendException.Transient.class))
                .satisfies(failure -> assertThat(failure.retryAfter()).contains(Duration.ofSeconds(17)));
        assertThat(b2.calls()).filteredOn("b2_get_upload_url"::equals).hasSize(1);
    }

    @Test
    void a_listing_that_breaks_off_is_no_listing() throws IOException {
        backend.save(PACK, Content.of(bytes(10)));
        proxy.next(NetworkFault.truncateReply(20));

        assertThatThrownBy(() -> ContractFiles.list(backend, FileType.PACK))
                .isInstanceOf(BackendException.Transient.class);
    }

    @Test
    void an_answer_that_is_no_json_makes_no_sense() {
        proxy.next(new Answer(200, Map.of(), "<html>Please log in</html>"));

        assertThatThrownBy(() -> ContractFiles.list(backend, FileType.PACK))
                .isInstanceOf(BackendException.Transient.class)
                .hasMessageContaining("makes no sense");
    }

    @Test
    void a_server_that_repeats_a_page_for_ever_is_noticed() {
        proxy.when(
                request -> request.path().contains("b2_list_file_names"),
                new Answer(200, Map.of(), "{\"files\":[],\"nextFileName\":\"keys/a\"}"));

        assertThatThrownBy(() -> ContractFiles.list(backend, FileType.KEY))
                .isInstanceOf(BackendException.Transient.class)
                .hasMessageContaining("again and again");
    }
}
