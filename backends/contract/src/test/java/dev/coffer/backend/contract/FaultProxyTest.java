package dev.coffer.backend.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.coffer.backend.contract.NetworkFault.Answer;
import dev.coffer.backend.contract.NetworkFault.Delay;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaultProxyTest {

    private static final int LENGTH = 100_000;

    private HttpServer server;
    private FaultProxy proxy;

    /** Gives back what it gets. */
    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        proxy = FaultProxy.http(server.getAddress());
    }

    @AfterEach
    void stop() throws IOException {
        proxy.close();
        server.stop(0);
    }

    private HttpURLConnection post(int length) throws IOException {
        URI uri = URI.create("http://127.0.0.1:" + proxy.address().getPort() + "/path?query");
        HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
        connection.setRequestMethod("POST");
        connection.setDoOutput(true);
        connection.setFixedLengthStreamingMode(length);
        connection.setReadTimeout(300);
        connection.getOutputStream().write(ContractFiles.bytes(length));
        return connection;
    }

    private static byte[] body(HttpURLConnection connection) throws IOException {
        try (InputStream body = connection.getInputStream()) {
            return body.readAllBytes();
        }
    }

    @Test
    void without_faults_everything_passes() throws IOException {
        assertThat(body(post(LENGTH))).isEqualTo(ContractFiles.bytes(LENGTH));
        assertThat(body(post(LENGTH))).isEqualTo(ContractFiles.bytes(LENGTH));

        assertThat(proxy.requests()).extracting(ProxiedRequest::number).containsExactly(1, 2);
        ProxiedRequest request = proxy.requests().getFirst();
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.path()).isEqualTo("/path?query");
        assertThat(request.header("content-length")).isEqualTo("100000");
    }

    @Test
    void a_delayed_request_passes() throws IOException {
        proxy.next(new Delay(Duration.ofMillis(1)));

        assertThat(body(post(10))).hasSize(10);
    }

    @Test
    void an_answer_can_come_from_the_proxy_alone() throws IOException {
        proxy.next(Answer.busy(503, "5"));
        HttpURLConnection refused = post(LENGTH);

        assertThat(refused.getResponseCode()).isEqualTo(503);
        assertThat(refused.getHeaderField("Retry-After")).isEqualTo("5");
        assertThat(refused.getErrorStream().readAllBytes()).asString().isEqualTo("busy");
        assertThat(body(post(LENGTH))).hasSize(LENGTH);
    }

    @Test
    void a_rule_holds_for_what_it_covers_until_it_is_dropped() throws IOException {
        proxy.when(request -> request.number() > 1, new Answer(429));

        assertThat(post(10).getResponseCode()).isEqualTo(200);
        assertThat(post(10).getResponseCode()).isEqualTo(429);
        assertThat(post(10).getResponseCode()).isEqualTo(429);
        proxy.recover();
        assertThat(post(10).getResponseCode()).isEqualTo(200);
    }

    @Test
    void a_reply_can_be_cut_short() throws IOException {
        proxy.next(NetworkFault.truncateReply(1000));
        HttpURLConnection connection = post(LENGTH);

        assertThat(connection.getInputStream().readNBytes(1000)).isEqualTo(cut(1000));
        assertThatThrownBy(() -> connection.getInputStream().readAllBytes()).hasMessageContaining("Premature EOF");
    }

    private static byte[] cut(int length) {
        return Arrays.copyOf(ContractFiles.bytes(LENGTH), length);
    }

    @Test
    void a_connection_can_be_lost_in_the_middle_of_a_reply() throws IOException {
        proxy.next(NetworkFault.resetReply(1000));
        HttpURLConnection connection = post(LENGTH);

        assertThatThrownBy(() -> connection.getInputStream().readAllBytes()).isInstanceOf(SocketException.class);
    }

    @Test
    void a_connection_can_be_lost_in_the_middle_of_a_request() {
        proxy.next(NetworkFault.resetRequest(1000));

        assertThatThrownBy(() -> body(post(LENGTH))).isInstanceOf(SocketException.class);
    }

    @Test
    void a_reply_can_stall() throws IOException {
        proxy.next(NetworkFault.stallReply(1000));
        HttpURLConnection connection = post(LENGTH);

        assertThat(connection.getInputStream().readNBytes(1000)).isEqualTo(cut(1000));
        assertThatThrownBy(() -> connection.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
    }

    @Test
    void a_request_can_stall() {
        proxy.next(NetworkFault.stallRequest(1000));

        assertThatThrownBy(() -> body(post(LENGTH))).isInstanceOf(SocketTimeoutException.class);
    }

    @Test
    void other_protocols_than_http_pass_and_can_be_cut_as_well() throws IOException {
        byte[] request = "GET / HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        try (FaultProxy plain = FaultProxy.tcp(server.getAddress())) {
            assertThat(exchange(plain, request)).asString().startsWith("HTTP/1.1 200");
            plain.next(NetworkFault.truncateReply(5));
            assertThat(exchange(plain, request)).asString().isEqualTo("HTTP/");
        }
    }

    private static byte[] exchange(FaultProxy proxy, byte[] request) throws IOException {
        InetSocketAddress address = proxy.address();
        try (Socket socket = new Socket(address.getAddress(), address.getPort());
                OutputStream out = socket.getOutputStream()) {
            out.write(request);
            socket.shutdownOutput();
            return socket.getInputStream().readAllBytes();
        }
    }
}
