package dev.coffer.backend.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.BackendOptions;
import dev.coffer.backend.Content;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests over a socket in the file system, to a server that says what it is told to say. */
@Timeout(60)
class UnixTransportTest {

    private static final URI ADDRESS = URI.create("http://localhost/repository/config?a=b");

    @TempDir
    private Path folder;

    private final LinkedBlockingQueue<String> requests = new LinkedBlockingQueue<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private ServerSocketChannel server;
    private Http http;

    @BeforeEach
    void listen() throws IOException {
        Path socket = folder.resolve("socket");
        server = ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(socket));
        http = http(socket, Map.of());
    }

    private static Http http(Path socket, Map<String, String> options) throws IOException {
        return Http.overSocket(HttpSettings.of(new BackendOptions(options, Map.of())), socket);
    }

    @AfterEach
    void close() throws IOException {
        over.countDown();
        http.close();
        server.close();
    }

    /** Serves one request: reads until it ends like this, and answers. */
    private void serve(String endOfRequest, String answer, boolean stall) {
        Thread.ofVirtual().start(() -> {
            try (SocketChannel client = server.accept()) {
                StringBuilder request = new StringBuilder();
                ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
                while (request.indexOf(endOfRequest) < 0 && client.read(buffer.clear()) >= 0) {
                    request.append(StandardCharsets.ISO_8859_1.decode(buffer.flip()));
                }
                requests.add(request.toString());
                client.write(ByteBuffer.wrap(answer.getBytes(StandardCharsets.ISO_8859_1)));
                if (stall) {
                    over.await();
                }
            } catch (IOException | InterruptedException _) {
                // the test sees that there is no answer
            }
        });
    }

    private String get(String answer) throws IOException {
        serve("\r\n\r\n", answer, false);
        try (HttpAnswer received = http.send("load it", HttpCall.get(ADDRESS))) {
            return new String(received.orThrow().bytes(), StandardCharsets.ISO_8859_1);
        }
    }

    @Test
    void a_request_has_its_address_its_headers_and_its_content() throws Exception {
        serve("content", "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", false);
        HttpCall call = HttpCall.post(ADDRESS, Content.of("the content".getBytes(StandardCharsets.US_ASCII)));
        try (HttpAnswer answer = http.send("save it", call.header("X-Own", "value"))) {
            answer.orThrow().discard();
        }

        assertThat(requests.take())
                .startsWith("POST /repository/config?a=b HTTP/1.1\r\n")
                .contains(
                        "\r\nHost: localhost\r\n",
                        "\r\nX-Own: value\r\n",
                        "\r\nContent-Length: 11\r\n",
                        "\r\nUser-Agent: coffer")
                .endsWith("\r\n\r\nthe content");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello and more",
                "HTTP/1.1 200 OK\r\n\r\nhello",
                "HTTP/1.0 200\r\n\r\nhello",
                "HTTP/1.1 200 OK\ncontent-length:5\n\nhello",
                "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhe\r\n3;x=y\r\nllo\r\n0\r\nX: y\r\n\r\n",
            })
    void a_body_ends_where_the_server_says(String answer) throws IOException {
        assertThat(get(answer)).isEqualTo("hello");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "HTTP/1.1 200 OK\r\nContent-Le",
                "SSH-2.0-OpenSSH\r\n\r\n",
                "HTTP/1.1 abc\r\n\r\n",
                "HTTP/1.1 200 OK\r\n: x\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nhello",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n6\r\nhello",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhello\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nx\r\nhello\r\n0\r\n\r\n",
            })
    void an_answer_that_breaks_off_or_makes_no_sense_may_pass(String answer) {
        assertThatThrownBy(() -> get(answer))
                .isInstanceOf(BackendException.Transient.class)
                .hasMessageContaining("load it")
                .hasMessageContaining("socket:/repository/config");
    }

    @Test
    void the_answer_to_a_head_has_no_body() throws IOException {
        serve("\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n", false);

        try (HttpAnswer answer = http.send("look at it", HttpCall.head(ADDRESS))) {
            assertThat(answer.contentLength()).isEqualTo(500);
            assertThat(answer.body().readAllBytes()).isEmpty();
        }
    }

    @Test
    void a_server_that_has_seen_enough_of_a_request_is_heard() throws IOException {
        serve("\r\n\r\n", "HTTP/1.1 507 Insufficient Storage\r\nContent-Length: 4\r\n\r\nfull", false);

        try (HttpAnswer answer = http.send("save it", HttpCall.post(ADDRESS, Content.of(new byte[20 << 20])))) {
            assertThat(answer.failure())
                    .isInstanceOf(BackendException.Full.class)
                    .hasMessageContaining("full");
        }
    }

    /** The server waits for the rest, and would never answer. */
    @Test
    void content_that_ends_too_soon_ends_the_request() {
        serve("more than there is", "", true);
        Content tooShort = new Content() {
            @Override
            public long length() {
                return 100;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(new byte[3]);
            }
        };

        assertThatThrownBy(() -> http.send("save it", HttpCall.post(ADDRESS, tooShort)))
                .isInstanceOf(BackendException.Rejected.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nhello"})
    void an_answer_that_stalls_is_given_up(String answer) throws IOException {
        http.close();
        http = http(folder.resolve("socket"), Map.of("http.stuck-request-timeout", "100"));
        serve("\r\n\r\n", answer, true);

        assertThatThrownBy(() -> {
                    try (HttpAnswer received = http.send("load it", HttpCall.get(ADDRESS))) {
                        received.bytes();
                    }
                })
                .isInstanceOf(BackendException.Transient.class)
                .hasMessageContaining("no byte has moved");
    }

    @Test
    void an_interruption_ends_the_wait() {
        Thread caller = Thread.currentThread();
        serve("\r\n\r\n", "", true);
        Thread.ofVirtual().start(() -> {
            takeRequest();
            caller.interrupt();
        });

        assertThatThrownBy(() -> http.send("load it", HttpCall.get(ADDRESS)))
                .isInstanceOf(InterruptedIOException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    private void takeRequest() {
        try {
            requests.take();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void a_socket_that_nobody_listens_at_may_come_back() throws IOException {
        try (Http nobody = http(folder.resolve("none"), Map.of())) {
            assertThatThrownBy(() -> nobody.send("load it", HttpCall.get(ADDRESS)))
                    .isInstanceOf(BackendException.Transient.class)
                    .hasMessageContaining("none:/repository/config");
        }
    }
}
