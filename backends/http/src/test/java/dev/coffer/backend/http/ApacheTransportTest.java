package dev.coffer.backend.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.BackendOptions;
import dev.coffer.backend.Content;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Connections, and what may happen on them, with a server that says what it is told to say. */
@Timeout(60)
class ApacheTransportTest {

    private static final String HELLO = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";
    private static final String HANG_UP = "";
    private static final byte[] LARGE = new byte[20 << 20];

    private final List<Socket> accepted = new CopyOnWriteArrayList<>();
    private final BlockingQueue<String> heads = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
    private ServerSocket server;
    private Thread acceptor;
    private Http http;

    @BeforeEach
    void start() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        acceptor = Thread.ofVirtual().start(this::accept);
        http = http(Map.of());
    }

    private static Http http(Map<String, String> options) throws IOException {
        return Http.of(HttpSettings.of(new BackendOptions(options, Map.of())));
    }

    @AfterEach
    void stop() throws IOException {
        http.close();
        server.close();
        for (Socket socket : accepted) {
            socket.close();
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                accepted.add(socket);
                Thread.ofVirtual().start(() -> serve(socket));
            }
        } catch (IOException _) {
            // the test is over
        }
    }

    /** Reads the heads of requests and gives each of them the next answer; what is sent as content begins the next head. */
    private void serve(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            StringBuilder head = new StringBuilder();
            for (int c = in.read(); c >= 0; c = in.read()) {
                head.append((char) c);
                if (head.indexOf("\r\n\r\n", head.length() - 4) >= 0) {
                    heads.add(head.toString());
                    head.setLength(0);
                    String answer = answers.take();
                    if (answer.equals(HANG_UP)) {
                        return;
                    }
                    socket.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
                    if (answer.contains("Connection: close")) {
                        return;
                    }
                }
            }
        } catch (IOException | InterruptedException _) {
            // the test sees that there is no answer
        }
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/file");
    }

    private HttpAnswer get() throws IOException {
        return http.send("load it", HttpCall.get(address()));
    }

    private String text() throws IOException {
        try (HttpAnswer answer = get()) {
            return new String(answer.orThrow().bytes(), StandardCharsets.ISO_8859_1);
        }
    }

    @Test
    void a_connection_serves_one_request_after_another() throws Exception {
        answers.put(HELLO);
        answers.put("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nyou\r\n0\r\n\r\n");
        answers.put(HELLO);

        assertThat(List.of(text(), text(), text())).containsExactly("hello", "you", "hello");
        assertThat(accepted).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"204 No Content\r\n", "200 OK\r\nContent-Length: 0\r\n"})
    void an_answer_without_a_body_leaves_the_connection_to_others_at_once(String head) throws Exception {
        answers.put("HTTP/1.1 " + head + "\r\n");
        answers.put(HELLO);

        try (HttpAnswer first = get()) {
            assertThat(text()).isEqualTo("hello");
            assertThat(first.ok()).isTrue();
        }
        assertThat(accepted).hasSize(1);
    }

    @Test
    void requests_at_the_same_time_have_connections_of_their_own() throws Exception {
        answers.put(HELLO);
        answers.put("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nyou");

        try (HttpAnswer first = get();
                HttpAnswer second = get()) {
            assertThat(second.bytes()).asString().isEqualTo("you");
            assertThat(first.bytes()).asString().isEqualTo("hello");
        }
        assertThat(accepted).hasSize(2);
    }

    @Test
    void what_was_left_of_an_answer_does_not_disturb_the_next_one() throws Exception {
        answers.put(HELLO);
        answers.put("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nyou");

        try (HttpAnswer answer = get()) {
            assertThat(answer.body().read()).isEqualTo('h');
        }
        assertThat(text()).isEqualTo("you");
        assertThat(accepted).hasSize(2);
    }

    @Test
    void a_server_that_says_that_it_hangs_up_is_believed() throws Exception {
        answers.put("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 5\r\n\r\nhello");
        answers.put(HELLO);

        assertThat(List.of(text(), text())).containsExactly("hello", "hello");
        assertThat(accepted).hasSize(2);
    }

    /** Content that is on its way cannot be sent again: whether a connection still stands must be known before. */
    @Test
    void a_connection_on_which_the_server_has_hung_up_is_replaced_before_content_is_sent() throws Exception {
        answers.put(HELLO);
        text();
        accepted.getFirst().shutdownOutput();
        answers.put(HELLO);

        try (HttpAnswer answer = http.send("save it", HttpCall.post(address(), Content.of(new byte[] {1})))) {
            assertThat(answer.ok()).isTrue();
        }
        assertThat(accepted).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "DELETE"})
    void a_server_that_hangs_up_on_a_request_after_another_is_asked_again(String method) throws Exception {
        answers.put(HELLO);
        text();
        answers.put(HANG_UP);
        answers.put("HTTP/1.1 204 No Content\r\n\r\n");

        try (HttpAnswer answer = http.send("do it", HttpCall.of(method, address()))) {
            assertThat(answer.status()).isEqualTo(204);
        }
        assertThat(accepted).hasSize(2);
    }

    @Test
    void content_that_the_server_has_not_asked_for_is_offered_again() throws Exception {
        answers.put(HELLO);
        text();
        answers.put(HANG_UP);
        answers.put("HTTP/1.1 413 Content Too Large\r\nContent-Length: 0\r\n\r\n");

        try (HttpAnswer answer = http.send("save it", HttpCall.post(address(), Content.of(LARGE)))) {
            assertThat(answer.status()).isEqualTo(413);
        }
        assertThat(accepted).hasSize(2);
    }

    @Test
    void a_server_that_hangs_up_on_the_first_request_is_not_asked_again() throws Exception {
        answers.put(HANG_UP);
        answers.put(HELLO);

        assertThatThrownBy(this::text).isInstanceOf(BackendException.Transient.class);
        assertThat(accepted).hasSize(1);
    }

    /** Nobody knows whether it was done. */
    @Test
    void what_may_have_been_done_is_not_done_again() throws Exception {
        answers.put(HELLO);
        text();
        answers.put(HANG_UP);
        answers.put(HELLO);

        assertThatThrownBy(() -> http.send("do it", HttpCall.of("POST", address())))
                .isInstanceOf(BackendException.Transient.class);
        assertThat(accepted).hasSize(1);
    }

    @Test
    void large_content_is_sent_when_the_server_wants_it() throws Exception {
        answers.put("HTTP/1.1 413 Content Too Large\r\nContent-Length: 0\r\n\r\n");

        try (HttpAnswer answer = http.send("save it", HttpCall.put(address(), Content.of(LARGE)))) {
            assertThat(answer.status()).isEqualTo(413);
        }
        assertThat(heads.take()).containsIgnoringCase("\r\nExpect: 100-continue\r\n");
    }

    @Test
    void who_has_taken_large_content_is_not_asked_about_the_next() throws Exception {
        answers.put("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n");
        answers.put("HTTP/1.1 413 Content Too Large\r\nContent-Length: 0\r\n\r\n");
        answers.put("HTTP/1.1 413 Content Too Large\r\nContent-Length: 0\r\n\r\n");

        assertThat(List.of(saveLarge(), saveLarge(), saveLarge())).containsExactly(201, 413, 413);
        assertThat(heads.take()).containsIgnoringCase("\r\nExpect: 100-continue\r\n");
        assertThat(heads.take()).doesNotContainIgnoringCase("\r\nExpect:");
        assertThat(heads.take()).containsIgnoringCase("\r\nExpect: 100-continue\r\n");
    }

    private int saveLarge() throws IOException {
        try (HttpAnswer answer = http.send("save it", HttpCall.put(address(), Content.of(new byte[1 << 20])))) {
            return answer.status();
        }
    }

    @Test
    void a_server_that_has_seen_enough_of_content_is_heard_although_it_hangs_up() throws Exception {
        answers.put("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 507 Insufficient Storage\r\n"
                + "Connection: close\r\nContent-Length: 4\r\n\r\nfull");

        try (HttpAnswer answer = http.send("save it", HttpCall.put(address(), Content.of(LARGE)))) {
            assertThat(answer.failure())
                    .isInstanceOf(BackendException.Full.class)
                    .hasMessageContaining("full");
        }
    }

    /** The server reads nothing of it. */
    @Test
    void content_that_nobody_takes_is_given_up() throws Exception {
        http.close();
        http = http(Map.of("http.stuck-request-timeout", "100"));
        answers.put("HTTP/1.1 100 Continue\r\n\r\n");

        assertThatThrownBy(() -> http.send("save it", HttpCall.put(address(), Content.of(LARGE))))
                .isInstanceOf(BackendException.Transient.class)
                .hasMessageContaining("no byte has moved");
    }

    /** On a platform thread, which a socket of the JDK would leave waiting. */
    @Test
    void an_interruption_ends_the_sending_of_content_that_nobody_takes() throws Exception {
        Thread caller = Thread.currentThread();
        answers.put("HTTP/1.1 100 Continue\r\n\r\n");
        Thread.ofVirtual().start(() -> {
            takeHead();
            caller.interrupt();
        });

        assertThatThrownBy(() -> http.send("save it", HttpCall.put(address(), Content.of(LARGE))))
                .isInstanceOf(InterruptedIOException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    private void takeHead() {
        try {
            heads.take();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void closing_ends_what_is_under_way() {
        Thread.ofVirtual().start(() -> {
            takeHead();
            http.close();
        });

        assertThatThrownBy(this::text).isInstanceOf(BackendException.Transient.class);
    }

    @Test
    void nobody_there_may_pass() throws Exception {
        server.close();
        acceptor.join(); // until then, the system may let somebody in

        assertThatThrownBy(this::text)
                .isInstanceOf(BackendException.Transient.class)
                .hasMessageContaining("no connection");
    }

    @Test
    void a_server_that_goes_on_with_headers_for_ever_is_not_listened_to() throws Exception {
        answers.put("HTTP/1.1 200 OK\r\n" + "X: y\r\n".repeat(1000));

        assertThatThrownBy(this::text).isInstanceOf(BackendException.Transient.class);
    }

    @Test
    void a_header_without_an_end_is_not_listened_to() throws Exception {
        answers.put("HTTP/1.1 200 OK\r\nX: " + "y".repeat(1 << 20));

        assertThatThrownBy(this::text).isInstanceOf(BackendException.Transient.class);
    }

    @Test
    void nothing_is_asked_for_that_would_change_the_answer() throws Exception {
        answers.put(HELLO);
        text();

        assertThat(heads.take())
                .doesNotContainIgnoringCase("\r\nAccept-Encoding:")
                .doesNotContainIgnoringCase("\r\nUpgrade:")
                .doesNotContainIgnoringCase("\r\nCookie:");
    }
}
