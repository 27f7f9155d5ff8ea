package dev.coffer.backend.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.BackendOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a proxy hears. The proxy of these tests answers everything itself. */
@Timeout(60)
class ProxyPasswordTest {

    private static final String BASIC = "Proxy-Authorization: Basic bWU6c2VjcmV0";

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
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
                List<String> head = new ArrayList<>();
                for (String line = lines.readLine(); !line.isEmpty(); line = lines.readLine()) {
                    head.add(line);
                }
                heads.add(head);
                client.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
            } catch (IOException _) {
                // the test sees that nothing was heard
            }
        });
    }

    private void get(String uri) throws IOException {
        String address = "http://me:secret@127.0.0.1:" + proxy.getLocalPort();
        Map<String, String> environment = Map.of("HTTP_PROXY", address, "HTTPS_PROXY", address);
        try (Http http = Http.of(HttpSettings.of(new BackendOptions(Map.of(), environment)));
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
}
