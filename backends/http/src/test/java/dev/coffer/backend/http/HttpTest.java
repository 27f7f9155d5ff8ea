package dev.coffer.backend.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.coffer.backend.BackendException;
import dev.coffer.backend.BackendOptions;
import dev.coffer.backend.Content;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class HttpTest {

    private static final byte[] BYTES = "0123456789".getBytes(StandardCharsets.US_ASCII);

    private final CountDownLatch over = new CountDownLatch(1);
    private HttpServer server;
    private Http http;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        http = http(Map.of());
    }

    private static Http http(Map<String, String> options) throws IOException {
        return Http.of(HttpSettings.of(new BackendOptions(options, Map.of())));
    }

    @AfterEach
    void stop() {
        over.countDown();
        http.close();
        server.stop(0);
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private void serve(HttpHandler handler) {
        server.createContext("/", handler);
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getRequestBody().readAllBytes();
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private BackendException failure(HttpCall call) {
        return catchThrowableOfType(BackendException.class, () -> {
            try (HttpAnswer answer = http.send("load it", call)) {
                answer.orThrow();
            }
        });
    }

    @Test
    void content_and_headers_arrive_and_the_answer_comes_back() throws IOException {
        serve(exchange -> {
            exchange.getResponseHeaders()
                    .add("X-Length", exchange.getRequestHeaders().getFirst("Content-Length"));
            exchange.getResponseHeaders()
                    .add("X-Echo", exchange.getRequestHeaders().getFirst("X-Own"));
            byte[] body = exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        byte[] large = new byte[5 << 20];
        Arrays.fill(large, (byte) 7);

        try (HttpAnswer answer =
                http.send("save it", HttpCall.post(uri("/a"), Content.of(large)).header("X-Own", "value"))) {
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("x-length")).hasValue(String.valueOf(large.length));
            assertThat(answer.header("X-Echo")).hasValue("value");
            assertThat(answer.bytes()).isEqualTo(large);
        }
    }

    @Test
    void every_request_has_the_headers_of_the_settings() throws IOException {
        http.close();
        http = http(Map.of("http.header.X-Tenant", "blue", "http.user-agent", "me/1"));
        serve(exchange -> answer(
                exchange,
                200,
                (exchange.getRequestHeaders().getFirst("X-Tenant") + " "
                                + exchange.getRequestHeaders().getFirst("User-Agent"))
                        .getBytes(StandardCharsets.US_ASCII)));

        try (HttpAnswer answer = http.send("load it", HttpCall.get(uri("/")))) {
            assertThat(answer.bytes()).asString().isEqualTo("blue me/1");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "401,Denied",
        "403,Denied",
        "407,Denied",
        "404,Missing",
        "410,Missing",
        "416,Truncated",
        "507,Full",
        "400,Rejected",
        "405,Rejected",
        "409,Rejected",
        "501,Rejected",
        "302,Rejected",
        "408,Transient",
        "429,Transient",
        "500,Transient",
        "502,Transient",
        "503,Transient",
        "504,Transient"
    })
    void a_status_is_a_failure_that_says_what_was_attempted_and_what_the_server_said(int status, String kind) {
        serve(exchange -> answer(exchange, status, "no\n way".getBytes(StandardCharsets.US_ASCII)));

        BackendException failure = failure(HttpCall.get(uri("/files/a?signature=secret")));

        assertThat(failure.getClass().getSimpleName()).isEqualTo(kind);
        assertThat(failure)
                .hasMessageContaining("cannot load it")
                .hasMessageContaining(
                        "GET http://127.0.0.1:" + server.getAddress().getPort() + "/files/a")
                .hasMessageContaining(status + " (no way)")
                .hasMessageNotContaining("secret");
    }

    @Test
    void a_long_explanation_is_cut() {
        serve(exchange -> answer(exchange, 500, "x".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII)));

        assertThat(failure(HttpCall.get(uri("/"))).getMessage())
                .hasSizeLessThan(600)
                .endsWith("…)");
    }

    @Test
    void a_redirection_is_not_followed_but_told() {
        serve(exchange -> {
            exchange.getResponseHeaders().add("Location", "https://other.example/");
            answer(exchange, 301, new byte[0]);
        });

        assertThat(failure(HttpCall.get(uri("/"))))
                .isInstanceOf(BackendException.Rejected.class)
                .hasMessageContaining("go to https://other.example/");
    }

    @Test
    void a_busy_server_says_how_long_to_wait() {
        serve(exchange -> {
            exchange.getResponseHeaders().add("Retry-After", "17");
            answer(exchange, 503, new byte[0]);
        });

        BackendException failure = failure(HttpCall.get(uri("/")));
        assertThat(((BackendException.Transient) failure).retryAfter()).hasValue(Duration.ofSeconds(17));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_range_lands_in_its_place_even_if_the_server_sends_everything(boolean honoured) throws IOException {
        serve(exchange -> {
            assertThat(exchange.getRequestHeaders().getFirst("Range")).isEqualTo("bytes=3-5");
            answer(exchange, honoured ? 206 : 200, honoured ? Arrays.copyOfRange(BYTES, 3, 6) : BYTES);
        });
        byte[] buffer = new byte[5];

        try (HttpAnswer answer = http.send("load it", HttpCall.get(uri("/")).range(3, 3))) {
            answer.readRange(3, buffer, 1, 3);
        }
        assertThat(buffer).containsExactly(0, '3', '4', '5', 0);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 206})
    void a_range_with_fewer_bytes_than_asked_for_is_truncated(int status) throws IOException {
        serve(exchange -> answer(exchange, status, status == 206 ? new byte[] {'8', '9'} : BYTES));

        try (HttpAnswer answer = http.send("load it", HttpCall.get(uri("/")).range(8, 3))) {
            assertThatThrownBy(() -> answer.readRange(8, new byte[3], 0, 3))
                    .isInstanceOf(BackendException.Truncated.class)
                    .hasMessageContaining("load it");
        }
    }

    @Test
    void a_server_that_does_not_answer_is_given_up() throws IOException {
        http.close();
        http = http(Map.of("http.stuck-request-timeout", "100"));
        serve(_ -> await(over));

        assertThat(failure(HttpCall.get(uri("/"))))
                .isInstanceOf(BackendException.Transient.class)
                .hasMessageContaining("no byte has moved");
    }

    @Test
    void an_answer_that_stalls_is_given_up() throws IOException {
        http.close();
        http = http(Map.of("http.stuck-request-timeout", "100"));
        serve(exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write(BYTES);
            exchange.getResponseBody().flush();
            await(over);
        });

        assertThatThrownBy(() -> {
                    try (HttpAnswer answer = http.send("load it", HttpCall.get(uri("/")))) {
                        answer.bytes();
                    }
                })
                .isInstanceOf(BackendException.Transient.class)
                .hasMessageContaining("load it");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void an_interruption_ends_the_wait_for_an_answer() {
        Thread caller = Thread.currentThread();
        serve(_ -> {
            caller.interrupt();
            await(over);
        });

        assertThatThrownBy(() -> http.send("load it", HttpCall.get(uri("/"))))
                .isInstanceOf(InterruptedIOException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void an_interruption_ends_the_wait_for_the_rest_of_an_answer() throws IOException {
        Thread caller = Thread.currentThread();
        serve(exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write(BYTES);
            exchange.getResponseBody().flush();
            await(over);
        });

        try (HttpAnswer answer = http.send("load it", HttpCall.get(uri("/")))) {
            assertThat(answer.body().readNBytes(BYTES.length)).isEqualTo(BYTES);
            caller.interrupt();
            assertThatThrownBy(() -> answer.body().read()).isInstanceOf(InterruptedIOException.class);
        }
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void content_that_is_shorter_than_announced_is_a_failure_of_its_own() {
        serve(exchange -> answer(exchange, 200, new byte[0]));
        Content lying = new Content() {
            @Override
            public long length() {
                return 20;
            }

            @Override
            public InputStream open() {
                return Content.of(BYTES).open();
            }
        };

        assertThat(failure(HttpCall.post(uri("/"), lying))).isInstanceOf(BackendException.Rejected.class);
    }

    @Test
    void a_host_that_does_not_exist_may_appear() {
        assertThat(failure(HttpCall.get(URI.create("http://nowhere.invalid/"))))
                .isInstanceOf(BackendException.Transient.class)
                .hasMessageContaining("nowhere.invalid");
    }

    @Test
    void a_request_does_not_tell_its_secrets() {
        HttpCall call =
                HttpCall.get(URI.create("https://host:1/path?token=secret")).header("Authorization", "secret");

        assertThat(call).hasToString("GET https://host:1/path");
    }
}
