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
import dev.coffer.backend.contract.BackendContract;
import dev.coffer.backend.contract.ContractFiles;
import dev.coffer.backend.contract.FaultProxy;
import dev.coffer.backend.contract.ForeignFilesContract;
import dev.coffer.backend.contract.UnreliableNetworkContract;
import dev.coffer.backend.http.Http;
import dev.coffer.backend.http.HttpAnswer;
import dev.coffer.backend.http.HttpCall;
import dev.coffer.backend.http.HttpSettings;
import dev.coffer.backend.http.ObjectNames;
import dev.coffer.backend.http.Secret;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What every store must do, and what is particular to Swift, with OpenStack Swift itself. */
class SwiftIT extends BackendContract implements ForeignFilesContract, UnreliableNetworkContract {

    private static final Handle PACK = file(FileType.PACK, "pack");
    private static final AtomicInteger CONTAINERS = new AtomicInteger();

    private static SwiftServer swift;

    private final String container = "box-" + CONTAINERS.incrementAndGet();

    @BeforeAll
    static void startSwift() throws Exception {
        swift = SwiftServer.start();
    }

    @AfterAll
    static void stopSwift() throws IOException {
        swift.close();
    }

    private static BackendOptions as(String user, String password) {
        return new BackendOptions(Map.of(), environment(swift.url(), user, password));
    }

    private static Map<String, String> environment(String url, String user, String password) {
        return Map.of("ST_AUTH", url + "/auth/v1.0", "ST_USER", user, "ST_KEY", password);
    }

    private static BackendOptions admin() {
        return as(SwiftServer.ADMIN, SwiftServer.PASSWORD);
    }

    private String location() {
        return "swift:" + container + ":/a/b";
    }

    @Override
    protected Backend create() throws IOException {
        return BackendRegistry.installed().create(location(), admin());
    }

    @Override
    protected Backend reopen() throws IOException {
        return BackendRegistry.installed().open(location(), admin());
    }

    @Override
    public InetSocketAddress serverAddress() {
        return new InetSocketAddress("127.0.0.1", URI.create(swift.url()).getPort());
    }

    @Override
    public Backend openAt(InetSocketAddress address, Map<String, String> options) throws IOException {
        return BackendRegistry.installed()
                .open(
                        location(),
                        new BackendOptions(
                                options,
                                environment(
                                        "http://127.0.0.1:" + address.getPort(),
                                        SwiftServer.ADMIN,
                                        SwiftServer.PASSWORD)));
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
    public void plant(String path, byte[] bytes) throws IOException {
        ask("/" + container + "/" + ObjectNames.encode("a/b/" + path), uri -> HttpCall.put(uri, Content.of(bytes)));
    }

    private interface Question {
        HttpCall at(URI uri);
    }

    /** Asks as the administrator, besides the backend. */
    private static void ask(String resource, Question question) throws IOException {
        try (Http http = Http.of(HttpSettings.of(BackendOptions.none()));
                SwiftClient client = new SwiftClient(
                        http,
                        new KeystoneV1(
                                URI.create(swift.url() + "/auth/v1.0"),
                                SwiftServer.ADMIN,
                                new Secret(SwiftServer.PASSWORD)));
                HttpAnswer answer = client.send("prepare a test", resource, question::at)) {
            answer.orThrow().discard();
        }
    }

    @Test
    void a_wrong_password_is_denied() {
        assertThatThrownBy(() -> BackendRegistry.installed().open(location(), as(SwiftServer.ADMIN, "wrong")))
                .isInstanceOf(BackendException.Denied.class);
    }

    @Test
    void a_container_that_is_not_there_is_missing() {
        assertThatThrownBy(() -> BackendRegistry.installed().open("swift:nowhere:/", admin()))
                .isInstanceOf(BackendException.Missing.class);
    }

    @Test
    void whoever_may_not_create_containers_is_denied() {
        assertThatThrownBy(() -> BackendRegistry.installed()
                        .create("swift:forbidden:/", as(SwiftServer.USER, SwiftServer.PASSWORD)))
                .isInstanceOf(BackendException.Denied.class);
    }

    @Test
    void to_read_and_write_one_container_is_permission_enough() throws IOException {
        ask(
                "/" + container,
                uri -> HttpCall.of("POST", uri)
                        .header("X-Container-Read", SwiftServer.USER)
                        .header("X-Container-Write", SwiftServer.USER));

        try (Backend backend =
                BackendRegistry.installed().create(location(), as(SwiftServer.USER, SwiftServer.PASSWORD))) {
            backend.save(PACK, Content.of(bytes(1000)));
            assertThat(backend.load(PACK)).isEqualTo(bytes(1000));
            assertThat(ContractFiles.list(backend, FileType.PACK)).hasSize(1);
            backend.remove(PACK);
        }
    }

    @Test
    void to_read_alone_is_not_enough_for_saving_and_removing() throws IOException {
        ask("/" + container, uri -> HttpCall.of("POST", uri).header("X-Container-Read", SwiftServer.USER));
        backend().save(PACK, Content.of(bytes(1000)));

        try (Backend reader =
                BackendRegistry.installed().open(location(), as(SwiftServer.USER, SwiftServer.PASSWORD))) {
            assertThat(reader.load(PACK)).isEqualTo(bytes(1000));
            assertThatThrownBy(() -> reader.save(PACK, Content.of(bytes(10))))
                    .isInstanceOf(BackendException.Denied.class);
            assertThatThrownBy(() -> reader.remove(PACK)).isInstanceOf(BackendException.Denied.class);
        }
    }

    @Test
    void tokens_that_are_forgotten_are_renewed() throws IOException {
        backend().save(PACK, Content.of(bytes(1000)));
        swift.forgetTokens();

        assertThat(backend().load(PACK)).isEqualTo(bytes(1000));
        swift.forgetTokens();
        backend().save(PACK, Content.of(bytes(5 << 20)));

        assertThat(backend().stat(PACK).size()).isEqualTo(5 << 20);
    }

    @Test
    void a_given_token_is_used() throws IOException {
        Session session;
        try (Http http = Http.of(HttpSettings.of(BackendOptions.none()))) {
            session =
                    new SwiftEnvironment(admin().environment()).authenticator().authenticate(http);
        }
        Map<String, String> environment = new HashMap<>();
        environment.put("OS_STORAGE_URL", session.storage().toString());
        environment.put("OS_AUTH_TOKEN", session.token().value());

        try (Backend backend =
                BackendRegistry.installed().open(location(), new BackendOptions(Map.of(), environment))) {
            assertThat(ContractFiles.list(backend, FileType.PACK)).isEmpty();
        }
    }

    @Test
    void a_quota_that_is_used_up_asks_for_space() throws IOException {
        ask("/" + container, uri -> HttpCall.of("POST", uri).header("X-Container-Meta-Quota-Bytes", "1000"));

        assertThatThrownBy(() -> backend().save(PACK, Content.of(bytes(1001))))
                .isInstanceOf(BackendException.Full.class);
    }

    @Test
    void a_policy_that_is_not_there_is_rejected() {
        Map<String, String> environment = new HashMap<>(admin().environment());
        environment.put("SWIFT_DEFAULT_CONTAINER_POLICY", "tin");

        assertThatThrownBy(() ->
                        BackendRegistry.installed().create("swift:tin:/", new BackendOptions(Map.of(), environment)))
                .isInstanceOf(BackendException.Rejected.class)
                .hasMessageContaining("tin");
    }
}
