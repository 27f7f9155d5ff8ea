package dev.coffer.backend.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.coffer.backend.Backend;
import dev.coffer.backend.BackendException;
import dev.coffer.backend.BackendLocation;
import dev.coffer.backend.BackendOptions;
import dev.coffer.backend.Content;
import dev.coffer.backend.FileInfo;
import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import dev.coffer.backend.contract.ContractFiles;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What goes over the wire, with a server that gives prepared answers. */
@Timeout(60)
class RestProtocolTest {

    private static final byte[] BYTES = {1, 2, 3};
    private static final Handle PACK = Handle.of(FileType.PACK, sha256OfBytes());
    private static final String V1 = "application/vnd.x.restic.rest.v1";
    private static final String V2 = "application/vnd.x.restic.rest.v2";

    private record Prepared(int status, Map<String, String> headers, String body) {}

    private final Map<String, Prepared> answers = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private Backend backend;

    private static String sha256OfBytes() {
        return "039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81";
    }

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        backend = new RestProvider().open(location(), BackendOptions.none());
    }

    private BackendLocation location() {
        return new BackendLocation(
                "rest", "http://127.0.0.1:" + server.getAddress().getPort() + "/r");
    }

    @AfterEach
    void stop() throws IOException {
        backend.close();
        server.stop(0);
    }

    private void prepare(String request, int status, Map<String, String> headers, String body) {
        answers.put(request, new Prepared(status, headers, body));
    }

    private void prepare(String request, int status) {
        prepare(request, status, Map.of(), "");
    }

    private void answer(HttpExchange exchange) throws IOException {
        String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        requests.add(request + " " + exchange.getRequestHeaders().getFirst("Accept"));
        exchange.getRequestBody().readAllBytes();
        Prepared answer = answers.getOrDefault(request, new Prepared(404, Map.of(), ""));
        answer.headers().forEach(exchange.getResponseHeaders()::add);
        byte[] body = answer.body().getBytes(StandardCharsets.ISO_8859_1);
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private List<FileInfo> packs() throws IOException {
        return ContractFiles.list(backend, FileType.PACK);
    }

    @Test
    void a_new_repository_is_announced() throws IOException {
        prepare("POST /r/?create=true", 200);
        new RestProvider().create(location(), BackendOptions.none()).close();

        assertThat(requests).containsExactly("POST /r/?create=true " + V2);
    }

    @Test
    void nothing_is_asked_before_it_is_needed() {
        assertThat(requests).isEmpty();
    }

    @Test
    void packs_are_named_without_folders_and_the_newest_version_is_asked_for() throws IOException {
        prepare("POST /r/data/" + PACK.name(), 200);
        backend.save(PACK, Content.of(BYTES));

        assertThat(requests).containsExactly("POST /r/data/" + PACK.name() + " " + V2);
    }

    @Test
    void a_server_of_version_1_is_asked_for_each_size() throws IOException {
        String gone = "b".repeat(64);
        prepare(
                "GET /r/data/",
                200,
                Map.of("Content-Type", V1),
                "[\"" + PACK.name() + "\",\"" + gone + "\",\"notes.txt\"]");
        prepare("HEAD /r/data/" + PACK.name(), 200, Map.of("Content-Length", "77"), "");

        assertThat(packs()).containsExactly(new FileInfo(PACK.name(), 77));
        assertThat(requests).hasSize(3);
    }

    @Test
    void a_folder_that_is_not_there_is_empty() throws IOException {
        assertThat(packs()).isEmpty();
    }

    @Test
    void rclone_says_the_same_when_something_is_wrong() {
        prepare("GET /r/data/", 404, Map.of("Server", "rclone/v1.60.1"), "");

        assertThatThrownBy(this::packs).isInstanceOf(BackendException.Missing.class);
    }

    @Test
    void an_upload_that_was_changed_on_its_way_is_worth_another_attempt() {
        prepare("POST /r/data/" + PACK.name(), 400, Map.of(), "Bad Request");

        assertThatThrownBy(() -> backend.save(PACK, Content.of(BYTES)))
                .isInstanceOf(BackendException.Transient.class)
                .hasMessageContaining("Bad Request");
    }

    @Test
    void an_upload_that_is_not_what_its_name_says_is_not() {
        prepare("POST /r/data/" + PACK.name(), 400);

        assertThatThrownBy(() -> backend.save(PACK, Content.of(new byte[] {9})))
                .isInstanceOf(BackendException.Rejected.class);
    }

    @Test
    void a_full_server_is_told_from_a_broken_one() {
        prepare("POST /r/data/" + PACK.name(), 507);

        assertThatThrownBy(() -> backend.save(PACK, Content.of(BYTES))).isInstanceOf(BackendException.Full.class);
    }

    @Test
    void a_file_with_other_content_is_not_what_was_to_be_saved() {
        prepare("POST /r/data/" + PACK.name(), 403);
        prepare("GET /r/data/" + PACK.name(), 200, Map.of(), "\1\2\3\4");

        assertThatThrownBy(() -> backend.save(PACK, Content.of(BYTES))).isInstanceOf(BackendException.Denied.class);
    }
}
