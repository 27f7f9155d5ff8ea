package dev.coffer.backend.swift;

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
import dev.coffer.backend.contract.FaultProxy;
import dev.coffer.backend.contract.NetworkFault;
import dev.coffer.backend.contract.NetworkFault.Answer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong between the store and Swift in particular, and what becomes of it. */
class SwiftFailuresTest {

    private static final Handle PACK = file(FileType.PACK, "pack");
    private static final int SIZE = 100_000;

    private final FakeSwift swift = new FakeSwift();
    private final FaultProxy proxy = FaultProxy.http(swift.address());
    private Backend backend;

    SwiftFailuresTest() throws IOException {}

    @BeforeEach
    void open() throws IOException {
        backend = BackendRegistry.installed().create("swift:box:/", FakeSwift.options(proxy.address(), Map.of()));
    }

    @AfterEach
    void close() throws IOException {
        backend.close();
        proxy.close();
        swift.close();
    }

    @Test
    void an_expired_token_is_renewed_without_a_word() throws IOException {
        swift.keystone().expireTokens();
        backend.save(PACK, Content.of(bytes(SIZE)));
        swift.keystone().expireTokens();

        assertThat(backend.load(PACK)).isEqualTo(bytes(SIZE));
        assertThat(swift.keystone().logins()).hasSize(3);
    }

    @Test
    void a_token_that_is_about_to_expire_is_renewed_before_it_is_refused() throws IOException {
        swift.keystone().announceLifetime(Duration.ofSeconds(30));
        swift.keystone().expireTokens();
        backend.save(PACK, Content.of(bytes(10)));
        swift.keystone().announceLifetime(Duration.ofHours(1));
        swift.keystone().expireTokens();
        int before = proxy.requests().size();
        backend.stat(PACK);

        assertThat(proxy.requests().subList(before, proxy.requests().size()))
                .extracting(request -> request.method())
                .containsExactly("POST", "HEAD");
    }

    @Test
    void a_new_token_that_is_refused_as_well_is_denied() {
        proxy.when(request -> request.method().equals("GET"), new Answer(401));

        assertThatThrownBy(() -> backend.load(PACK))
                .isInstanceOf(BackendException.Denied.class)
                .hasMessageContaining(PACK.toString());
        assertThat(swift.keystone().logins()).hasSize(2);
    }

    @Test
    void a_given_token_that_is_refused_is_denied() throws IOException {
        Map<String, String> environment =
                Map.of("OS_STORAGE_URL", swift.url() + "/v1/AUTH_backup", "OS_AUTH_TOKEN", "old");

        assertThatThrownBy(() ->
                        BackendRegistry.installed().open("swift:box:/", new BackendOptions(Map.of(), environment)))
                .isInstanceOf(BackendException.Denied.class)
                .hasMessageContaining("token");
    }

    /** As some servers do when they do not accept the token. */
    @Test
    void an_upload_that_breaks_off_is_followed_by_another_login() throws IOException {
        proxy.next(NetworkFault.resetRequest(SIZE / 2));
        assertThatThrownBy(() -> backend.save(PACK, Content.of(bytes(SIZE))))
                .isInstanceOf(BackendException.Transient.class);
        backend.save(PACK, Content.of(bytes(SIZE)));

        assertThat(swift.keystone().logins()).hasSize(2);
    }

    @Test
    void what_is_forbidden_is_denied_at_once() {
        proxy.when(request -> request.method().equals("PUT"), new Answer(403));

        assertThatThrownBy(() -> backend.save(PACK, Content.of(bytes(SIZE))))
                .isInstanceOf(BackendException.Denied.class);
        assertThat(swift.keystone().logins()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {409, 429, 498, 500, 503})
    void a_busy_server_is_worth_another_attempt(int status) {
        proxy.next(new Answer(status));

        assertThatThrownBy(() -> backend.load(PACK)).isInstanceOf(BackendException.Transient.class);
    }

    @Test
    void bytes_that_change_on_the_way_are_noticed_by_the_server() {
        assertThatThrownBy(() -> backend.save(PACK, changing()))
                .isInstanceOf(BackendException.Transient.class)
                .hasMessageContaining("checksum");
        assertThat(swift.containers().objects("box")).isEmpty();
    }

    /** Other bytes each time it is opened: what the checksum is of, and what is sent. */
    private static Content changing() {
        AtomicInteger opened = new AtomicInteger();
        return new Content() {
            @Override
            public long length() {
                return 3;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(new byte[] {1, 2, (byte) opened.incrementAndGet()});
            }
        };
    }

    @Test
    void an_upload_that_breaks_off_leaves_nothing() throws IOException {
        proxy.next(NetworkFault.resetRequest(SIZE / 2));

        assertThatThrownBy(() -> backend.save(PACK, Content.of(bytes(SIZE))))
                .isInstanceOf(BackendException.Transient.class);
        assertThat(ContractFiles.list(backend, FileType.PACK)).isEmpty();
    }

    @Test
    void a_listing_that_breaks_off_is_no_listing() throws IOException {
        backend.save(PACK, Content.of(bytes(10)));
        proxy.next(NetworkFault.truncateReply(20));

        assertThatThrownBy(() -> ContractFiles.list(backend, FileType.PACK))
                .isInstanceOf(BackendException.Transient.class);
    }

    @Test
    void a_listing_of_something_else_is_no_listing() {
        proxy.next(new Answer(200, Map.of(), "<html>Please log in</html>"));

        assertThatThrownBy(() -> ContractFiles.list(backend, FileType.PACK))
                .isInstanceOf(BackendException.Transient.class)
                .hasMessageContaining("makes no sense");
    }

    @Test
    void a_server_that_repeats_a_page_for_ever_is_noticed() {
        String page = "[{\"name\":\"keys/a\",\"bytes\":1}]";
        proxy.when(request -> request.path().contains("marker"), new Answer(200, Map.of(), page));

        assertThatThrownBy(() -> ContractFiles.list(backend, FileType.KEY))
                .isInstanceOf(BackendException.Transient.class)
                .hasMessageContaining("does not go on");
    }

    @Test
    void a_quota_that_is_used_up_asks_for_space() {
        swift.containers().limitSpace(1000);

        assertThatThrownBy(() -> backend.save(PACK, Content.of(bytes(1001)))).isInstanceOf(BackendException.Full.class);
    }

    @Test
    void an_object_that_is_too_large_for_the_server_is_rejected() {
        proxy.next(new Answer(413, Map.of(), "Your request is too large."));

        assertThatThrownBy(() -> backend.save(PACK, Content.of(bytes(10))))
                .isInstanceOf(BackendException.Rejected.class);
    }
}
