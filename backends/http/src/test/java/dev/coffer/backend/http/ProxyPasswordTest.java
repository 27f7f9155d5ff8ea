package dev.coffer.backend.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.BackendOptions;
import dev.coffer.backend.contract.SelfSigned;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a proxy hears, and a server behind it. Both are the same program in these tests. */
@Timeout(60)
class ProxyPasswordTest {

    private static final String BASIC = "Proxy-Authorization: Basic bWU6c2VjcmV0";

    @TempDir
    private Path folder;

    private final LinkedBlockingQueue<List<String>> heads = new LinkedBlockingQueue<>();
    private ServerSocket proxy;

    @BeforeEach
    void listen() throws IOException {
        proxy = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        proxy.close();
    }

    private void answerWith(String answer) {
        Thread.ofVirtual().start(() -> {
            try (Socket client = proxy.accept()) {
                answer(client, answer);
            } catch (IOException _) {
                // the test sees that nothing was heard
            }
        });
    }

    private void tunnelTo(SelfSigned server) throws IOException {
        SSLContext identity = ServerCertificate.load(
                server.certificate().toString(), server.key().toString());
        Thread.ofVirtual().start(() -> {
            try (Socket client = proxy.accept()) {
                answer(client, "HTTP/1.1 200 Connected\r\n\r\n");
                SSLSocket tunnel = (SSLSocket) identity.getSocketFactory().createSocket(client, null, false);
                answer(tunnel, "HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n");
            } catch (IOException _) {
                // the test sees that nothing was heard
            }
        });
    }

    private void answer(Socket client, String answer) throws IOException {
        InputStream in = client.getInputStream();
        StringBuilder head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            head.append((char) in.read());
        }
        heads.add(head.toString().lines().toList());
        client.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
    }

    private void get(String uri) throws IOException {
        get(uri, Map.of());
    }

    private void get(String uri, Map<String, String> options) throws IOException {
        String address = "http://me:secret@127.0.0.1:" + proxy.getLocalPort();
        Map<String, String> environment = Map.of("HTTP_PROXY", address, "HTTPS_PROXY", address);
        try (Http http = Http.of(HttpSettings.of(new BackendOptions(options, environment)));
                HttpAnswer answer = http.send("load it", HttpCall.get(URI.create(uri)))) {
            answer.orThrow();
        }
    }

    @Test
    void a_proxy_gets_the_whole_address_and_the_password() throws Exception {
        answerWith("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n");
        get("http://store.example/a");

        assertThat(heads.take()).contains("GET http://store.example/a HTTP/1.1", BASIC);
    }

    @Test
    void a_proxy_that_is_to_tunnel_gets_the_password_as_well() throws Exception {
        answerWith("HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n");

        assertThatThrownBy(() -> get("https://store.example/a"))
                .isInstanceOf(BackendException.Denied.class)
                .hasMessageContaining("407");
        assertThat(heads.take()).contains("CONNECT store.example:443 HTTP/1.1", BASIC);
    }

    @Test
    void who_is_at_the_end_of_a_tunnel_does_not_get_the_password() throws Exception {
        SelfSigned server = SelfSigned.create(folder, "server", "DNS:store.example");
        tunnelTo(server);
        get(
                "https://store.example/a",
                Map.of("http.cacert", server.certificate().toString()));

        assertThat(heads.take()).contains("CONNECT store.example:443 HTTP/1.1", BASIC);
        assertThat(heads.take()).contains("GET /a HTTP/1.1").doesNotContain(BASIC);
    }
}
