package dev.coffer.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What a server tells of its work. */
class RecordsTest extends ServerTestCase {

    private static final String[] ALICE = TestServer.credentials("alice", "pw1");

    private final ByteArrayOutputStream log = new ByteArrayOutputStream();

    @Override
    ServerSettings change(ServerSettings settings) throws IOException {
        repositories.at("alice", "laptop");
        return settings.withAccessLog(AccessLog.to(log))
                .withPasswordFile(passwordFile(TestServer.passwordLine("alice", "pw1")))
                .withMetrics(ServerSettings.MetricsAudience.EVERYBODY);
    }

    private void work() {
        String path = "/alice/laptop/data/" + NAME;
        server.post(path, TEXT, ALICE);
        server.get(path, ALICE);
        server.get(path, "Authorization", ALICE[1], "Range", "bytes=0-4");
        server.delete(path, ALICE);
        server.get(path);
    }

    @Test
    void metrics_count_files_and_bytes_of_every_user() {
        work();

        assertThat(server.get("/metrics").text())
                .contains(
                        "# TYPE rest_server_blob_write_total counter\n",
                        "rest_server_blob_write_total{repo=\"alice/laptop\",type=\"data\",user=\"alice\"} 1\n",
                        "rest_server_blob_write_bytes_total{repo=\"alice/laptop\",type=\"data\",user=\"alice\"} 22\n",
                        "rest_server_blob_read_total{repo=\"alice/laptop\",type=\"data\",user=\"alice\"} 2\n",
                        "rest_server_blob_read_bytes_total{repo=\"alice/laptop\",type=\"data\",user=\"alice\"} 27\n",
                        "rest_server_blob_delete_total{repo=\"alice/laptop\",type=\"data\",user=\"alice\"} 1\n",
                        "rest_server_blob_delete_bytes_total{repo=\"alice/laptop\",type=\"data\",user=\"alice\"} 22\n");
    }

    @Test
    void the_access_log_has_a_line_for_each_request() throws IOException {
        work();
        server.close();

        String wanted = "127\\.0\\.0\\.1 - alice \\[\\d\\d/[A-Z][a-z][a-z]/\\d{4}:\\d\\d:\\d\\d:\\d\\d [+-]\\d{4}\\]"
                + " \"POST /alice/laptop/data/" + NAME + " HTTP/1\\.1\" 200 0 \"\" \"Java-http-client/.*\"";
        assertThat(log.toString(UTF_8).lines()).hasSize(5).anyMatch(line -> line.matches(wanted));
        assertThat(log.toString(UTF_8)).doesNotContain("pw1");
    }

    @Test
    void a_client_cannot_forge_lines_of_the_log() {
        assertThat(AccessLog.printable("a\" 200\n\\é")).isEqualTo("a\\x22 200\\x0a\\x5c\\xe9");
    }
}
