package dev.coffer.server;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.backend.FileType;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With little patience. */
class SlowClientsTest {

    private static final String NAME = "/alice/keys/" + TestServer.nameOf("hello");

    @TempDir
    Path temporary;

    private final MemoryRepositories repositories = new MemoryRepositories();
    private final SegmentPool memory = new SegmentPool(2);
    private TestServer server;

    @BeforeEach
    void start() throws IOException {
        repositories.at("alice");
        server = TestServer.start(TestServer.settings(temporary), repositories, Duration.ofMillis(200), memory);
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    /** Sends some bytes and waits until the server hangs up. */
    private String answerTo(String bytes) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.getOutputStream().write(bytes.getBytes(US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), US_ASCII);
        } catch (SocketException _) {
            return "";
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "G",
                "GET /alice/config HTTP/1.1\r\nHost: he",
                "POST NAME HTTP/1.1\r\nContent-Length: 5\r\n\r\nhel",
                "POST NAME HTTP/1.1\r\nContent-Length: 5000000\r\n\r\nhel",
                "POST NAME HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhel"
            })
    void a_client_that_does_not_go_on_is_given_up(String bytes) throws IOException {
        assertThat(answerTo(bytes.replace("NAME", NAME))).isEmpty();

        server.close();
        assertThat(repositories.at("alice").names(FileType.KEY)).isEmpty();
        assertThat(memory.used()).isZero();
    }

    @Test
    void headers_have_an_end() throws IOException {
        assertThat(answerTo("GET /alice/config HTTP/1.1\r\nHost: " + "a".repeat(70_000) + "\r\n\r\n"))
                .isEmpty();
    }
}
