package dev.coffer.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import dev.coffer.server.TestServer.Answer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What restic's protocol asks for. Statuses are those of rest-server 0.14. */
class RestServerTest {

    private static final String TEXT = "hello-world-0123456789";
    private static final String NAME = TestServer.nameOf(TEXT);
    private static final String OTHER = TestServer.nameOf("other");
    private static final String V2 = "application/vnd.x.restic.rest.v2";

    @TempDir
    Path temporary;

    private final MemoryRepositories repositories = new MemoryRepositories();
    private TestServer server;

    @BeforeEach
    void start() throws IOException {
        repositories.at("alice", "repo");
        server = TestServer.start(TestServer.settings(temporary), repositories);
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void a_repository_can_be_made_more_than_once() {
        assertThat(server.post("/bob/new/?create=true", "").status()).isEqualTo(200);
        assertThat(server.post("/bob/new/?create=true", "").status()).isEqualTo(200);
        assertThat(repositories.contains("bob", "new")).isTrue();
    }

    @Test
    void a_repository_is_made_only_if_that_is_said() {
        assertThat(server.post("/bob/new/", "").status()).isEqualTo(400);
        assertThat(repositories.contains("bob", "new")).isFalse();
    }

    @Test
    void the_config_can_be_stored_once() {
        assertThat(server.head("/alice/repo/config").status()).isEqualTo(404);
        assertThat(server.post("/alice/repo/config", "first").status()).isEqualTo(200);
        assertThat(server.post("/alice/repo/config", "second").status()).isEqualTo(403);

        assertThat(server.get("/alice/repo/config").text()).isEqualTo("first");
        assertThat(server.head("/alice/repo/config").header("Content-Length")).isEqualTo("5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"data", "keys", "locks", "snapshots", "index"})
    void a_file_can_be_stored_once_read_and_removed(String type) {
        String path = "/alice/repo/" + type + "/" + NAME;

        assertThat(server.post(path, TEXT).status()).isEqualTo(200);
        assertThat(server.post(path, TEXT).status()).isEqualTo(403);
        assertThat(server.head(path).header("Content-Length")).isEqualTo("22");
        Answer answer = server.get(path);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo(TEXT);
        assertThat(server.delete(path).status()).isEqualTo(200);
        assertThat(server.get(path).status()).isEqualTo(404);
    }

    @Test
    void a_file_that_is_not_there_counts_as_removed() {
        assertThat(server.delete("/alice/repo/data/" + NAME).status()).isEqualTo(200);
    }

    @Test
    void what_does_not_have_the_hash_in_its_name_is_not_stored() {
        assertThat(server.post("/alice/repo/data/" + OTHER, TEXT).status()).isEqualTo(400);
        assertThat(repositories.at("alice", "repo").names(FileType.PACK)).isEmpty();
    }

    @Test
    void an_upload_may_leave_its_length_open() {
        Answer answer = server.send(
                "POST",
                "/alice/repo/keys/" + NAME,
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes(TEXT))));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(repositories.at("alice", "repo").bytes(Handle.of(FileType.KEY, NAME)))
                .isEqualTo(bytes(TEXT));
    }

    @Test
    void a_file_may_be_empty() {
        String path = "/alice/repo/keys/" + TestServer.nameOf("");

        assertThat(server.post(path, "").status()).isEqualTo(200);
        Answer answer = server.get(path);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void a_list_has_names_or_also_sizes() {
        server.post("/alice/repo/data/" + NAME, TEXT);

        Answer first = server.get("/alice/repo/data/");
        Answer second = server.get("/alice/repo/data/", "Accept", V2);

        assertThat(first.header("Content-Type")).isEqualTo("application/vnd.x.restic.rest.v1");
        assertThat(first.text()).isEqualTo("[\"" + NAME + "\"]");
        assertThat(second.header("Content-Type")).isEqualTo(V2);
        assertThat(second.text()).isEqualTo("[{\"name\":\"" + NAME + "\",\"size\":22}]");
    }

    @Test
    void a_list_may_be_empty_or_long() {
        assertThat(server.get("/alice/repo/index/", "Accept", V2).text()).isEqualTo("[]");
        for (int i = 0; i < 20_000; i++) {
            repositories.at("alice", "repo").overwrite(Handle.of(FileType.INDEX, "%064x".formatted(i)), new byte[1]);
        }
        assertThat(server.get("/alice/repo/index/").text().split(",")).hasSize(20_000);
    }

    @Test
    void a_part_of_a_file_can_be_read() {
        server.post("/alice/repo/data/" + NAME, TEXT);

        Answer answer = server.get("/alice/repo/data/" + NAME, "Range", "bytes=6-10");

        assertThat(answer.status()).isEqualTo(206);
        assertThat(answer.text()).isEqualTo("world");
        assertThat(answer.header("Content-Range")).isEqualTo("bytes 6-10/22");
        assertThat(server.get("/alice/repo/data/" + NAME, "Range", "bytes=22-").status())
                .isEqualTo(416);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /alice/repo/, POST",
        "DELETE, /alice/repo/, POST",
        "HEAD, /alice/repo/data/, GET",
        "POST, /alice/repo/data/, GET",
        "PUT, /alice/repo/config, 'HEAD, GET, POST, DELETE'"
    })
    void other_methods_are_refused_with_those_that_there_are(String method, String path, String allowed) {
        Answer answer = server.send(method, path, BodyPublishers.noBody());

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow")).isEqualTo(allowed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/alice/repo",
                "/alice/nope/config",
                "/alice/nope/data/",
                "/alice/repo/data/xyz",
                "/alice/repo/../repo/config",
                "/alice/%2e%2e/alice/config",
                "/a/b/c/config",
                "/metrics"
            })
    void there_is_nothing_elsewhere(String path) {
        server.post("/alice/repo/config", "config");
        assertThat(server.get(path).status()).isEqualTo(404);
    }

    @Test
    void a_refusal_comes_as_text() {
        Answer answer = server.get("/alice/repo/config");

        assertThat(answer.header("Content-Type")).isEqualTo("text/plain; charset=utf-8");
        assertThat(answer.text()).isEqualTo("Not Found\n");
    }
}
