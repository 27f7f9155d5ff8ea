package dev.coffer.backend.s3;

import static dev.coffer.backend.contract.ContractFiles.bytes;
import static dev.coffer.backend.contract.ContractFiles.changing;
import static dev.coffer.backend.contract.ContractFiles.file;
import static dev.coffer.backend.contract.ContractFiles.list;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.backend.Backend;
import dev.coffer.backend.BackendException;
import dev.coffer.backend.BackendLocation;
import dev.coffer.backend.BackendOptions;
import dev.coffer.backend.Content;
import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import dev.coffer.backend.contract.FaultProxy;
import dev.coffer.backend.contract.UnreliableNetworkContract;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With s3proxy, as a store that is not Amazon's: the bucket is in the path, and uploads carry their MD5. */
class S3ProxyIT extends S3Contract implements UnreliableNetworkContract {

    private static final Handle FILE = S3Contract.PACK;
    private static final int MORE_THAN_TWO_PAGES = 2100;

    private static S3ProxyServer server;

    @BeforeAll
    static void start() throws IOException {
        server = S3ProxyServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Override
    String server() {
        return "http://127.0.0.1:" + server.http().getPort();
    }

    @Override
    BackendOptions options() {
        return S3ProxyServer.options(Map.of());
    }

    @Override
    public InetSocketAddress serverAddress() {
        return server.http();
    }

    @Override
    public Backend openAt(InetSocketAddress address, Map<String, String> options) throws IOException {
        String path = "http://127.0.0.1:" + address.getPort() + "/" + bucket + "/some/folder";
        return new S3Provider().open(new BackendLocation("s3", path), options(options));
    }

    @ParameterizedTest
    @CsvSource({
        "AWS_SECRET_ACCESS_KEY, wrong-secret, SignatureDoesNotMatch",
        "AWS_ACCESS_KEY_ID, wrong-key, InvalidAccessKeyId"
    })
    void wrong_keys_are_denied_and_named(String variable, String value, String code) throws IOException {
        BackendOptions wrong = S3ProxyServer.options(Map.of(), Map.of(variable, value));
        try (Backend backend = new S3Provider().open(location(), wrong)) {
            assertThatThrownBy(() -> backend.load(Handle.CONFIG))
                    .isInstanceOf(BackendException.Denied.class)
                    .hasMessageContaining(code)
                    .hasMessageContaining(variable)
                    .hasMessageNotContaining("wrong-secret");
            assertThatThrownBy(() -> backend.save(FILE, Content.of(bytes(10))))
                    .isInstanceOf(BackendException.Denied.class);
            assertThatThrownBy(() -> backend.stat(FILE)).isInstanceOf(BackendException.Denied.class);
        }
    }

    @Test
    void a_listing_goes_on_over_pages() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<?> saved : IntStream.range(0, MORE_THAN_TWO_PAGES)
                    .mapToObj(i -> threads.submit(() -> {
                        backend().save(file(FileType.PACK, "page " + i), Content.of(new byte[i % 3]));
                        return i;
                    }))
                    .toList()) {
                saved.get();
            }
        }

        assertThat(list(backend(), FileType.PACK)).hasSize(MORE_THAN_TWO_PAGES).doesNotHaveDuplicates();
        try (Backend older = new S3Provider().open(location(), options(Map.of("s3.list-objects-v1", "true")))) {
            assertThat(list(older, FileType.PACK)).hasSize(MORE_THAN_TWO_PAGES).doesNotHaveDuplicates();
        }
    }

    @Test
    void uploads_carry_a_checksum_that_the_server_compares() throws IOException {
        try (FaultProxy proxy = FaultProxy.http(server.http());
                Backend backend = openAt(proxy.address(), Map.of())) {
            backend.save(FILE, Content.of(bytes(1000)));

            assertThat(proxy.requests())
                    .singleElement()
                    .satisfies(
                            request -> assertThat(request.header("Content-MD5")).isNotEmpty())
                    .satisfies(request ->
                            assertThat(request.header("Content-Length")).isEqualTo("1000"));
        }
    }

    @Test
    void what_does_not_fit_its_checksum_is_sent_again() throws IOException {
        assertThatThrownBy(() -> backend().save(FILE, changing(1000))).isInstanceOf(BackendException.Transient.class);
        assertThatThrownBy(() -> backend().stat(FILE)).isInstanceOf(BackendException.Missing.class);
    }

    @Test
    void the_server_is_reached_by_tls_if_its_certificate_is_trusted() throws IOException {
        String path = "https://127.0.0.1:" + server.https().getPort() + "/" + bucket + "/tls";
        BackendLocation secure = new BackendLocation("s3", path);
        Map<String, String> trusting = Map.of("CA_CERT_DATA", server.certificate());
        try (Backend backend = new S3Provider().open(secure, S3ProxyServer.options(Map.of(), trusting))) {
            backend.save(FILE, Content.of(bytes(5 << 20)));

            assertThat(backend.load(FILE)).isEqualTo(bytes(5 << 20));
        }
        try (Backend backend = new S3Provider().open(secure, options())) {
            assertThatThrownBy(() -> backend.load(FILE))
                    .isInstanceOf(BackendException.Rejected.class)
                    .hasMessageContaining("--cacert");
        }
    }

    @Test
    void a_request_without_any_keys_is_denied() throws IOException {
        backend().save(FILE, Content.of(bytes(10)));
        Map<String, String> extended = Map.of("s3.unsafe-anonymous-auth", "true");
        try (Backend backend = new S3Provider().open(location(), new BackendOptions(extended, Map.of()))) {
            assertThatThrownBy(() -> backend.load(FILE)).isInstanceOf(BackendException.Denied.class);
        }
    }
}
