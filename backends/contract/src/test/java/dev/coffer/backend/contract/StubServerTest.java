package dev.coffer.backend.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StubServerTest {

    private static final byte[] FILE = "0123456789".getBytes(StandardCharsets.UTF_8);

    private final List<StubRequest> requests = new CopyOnWriteArrayList<>();
    private final StubServer server = StubServer.http(request -> {
        requests.add(request);
        return request.slice(FILE);
    });

    StubServerTest() throws IOException {}

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void the_handler_gets_the_whole_request() throws Exception {
        send(HttpRequest.newBuilder(URI.create(server.url() + "/a%20b?x=1+2&y=%26"))
                .header("X-Name", "value")
                .POST(BodyPublishers.ofString("body")));

        StubRequest request = requests.getFirst();
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.path()).isEqualTo("/a b");
        assertThat(request.parameter("x")).isEqualTo("1 2");
        assertThat(request.parameter("y")).isEqualTo("&");
        assertThat(request.parameter("z")).isEmpty();
        assertThat(request.header("x-name")).contains("value");
        assertThat(request.body()).asString().isEqualTo("body");
    }

    @Test
    void a_range_is_a_part_of_the_file() throws Exception {
        assertThat(get("bytes=2-4").statusCode()).isEqualTo(206);
        assertThat(get("bytes=2-4").body()).isEqualTo("234");
        assertThat(get("bytes=7-99").body()).isEqualTo("789");
        assertThat(get("bytes=10-12").statusCode()).isEqualTo(416);
    }

    @Test
    void the_answer_to_head_has_a_length_and_no_body() throws Exception {
        HttpResponse<String> answer =
                send(HttpRequest.newBuilder(URI.create(server.url())).HEAD());

        assertThat(answer.headers().firstValue("Content-Length")).contains("10");
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void a_request_that_breaks_off_does_not_reach_the_handler() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", server.address().getPort())) {
            socket.getOutputStream()
                    .write("PUT / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n12345"
                            .getBytes(StandardCharsets.UTF_8));
            socket.shutdownOutput();
            socket.getInputStream().readAllBytes();
        }

        assertThat(requests).isEmpty();
    }

    private HttpResponse<String> get(String range) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(server.url())).header("Range", range));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofString());
        }
    }
}
