package dev.coffer.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;

/** A server on a free port of this machine, and a client for it. */
final class TestServer implements Closeable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final RestServer server;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private TestServer(RestServer server) {
        this.server = server;
    }

    /** How a server is set up if nothing else is said. */
    static ServerSettings settings(Path temporaryFolder) {
        return ServerSettings.at(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), temporaryFolder);
    }

    static TestServer start(ServerSettings settings, RepositoryOpener repositories) throws IOException {
        return start(settings, repositories, PATIENCE, new SegmentPool(4));
    }

    static TestServer start(
            ServerSettings settings, RepositoryOpener repositories, Duration clientPatience, SegmentPool memory)
            throws IOException {
        return new TestServer(RestServer.start(settings, repositories, clientPatience, memory));
    }

    int port() {
        return server.address().getPort();
    }

    /** What came back. */
    record Answer(int status, byte[] body, HttpHeaders headers) {

        String text() {
            return new String(body, UTF_8);
        }

        String header(String name) {
            return headers.firstValue(name).orElse("");
        }
    }

    Answer get(String path, String... headers) {
        return send("GET", path, BodyPublishers.noBody(), headers);
    }

    Answer head(String path, String... headers) {
        return send("HEAD", path, BodyPublishers.noBody(), headers);
    }

    Answer delete(String path, String... headers) {
        return send("DELETE", path, BodyPublishers.noBody(), headers);
    }

    Answer post(String path, byte[] body, String... headers) {
        return send("POST", path, BodyPublishers.ofByteArray(body), headers);
    }

    Answer post(String path, String body, String... headers) {
        return post(path, body.getBytes(UTF_8), headers);
    }

    /** @param headers names and values by turns */
    Answer send(String method, String path, BodyPublisher body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .method(method, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            HttpResponse<byte[]> response = client.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), response.body(), response.headers());
        } catch (IOException e) {
            throw new AssertionError("no answer to " + method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Stops the server as it is stopped in earnest. */
    @Override
    public void close() throws IOException {
        server.close();
        client.close();
    }

    /** What a user sends to prove who he is. */
    static String[] credentials(String user, String password) {
        String both = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8));
        return new String[] {"Authorization", "Basic " + both};
    }

    static String passwordLine(String user, String password) {
        return user + ":" + storedPassword(password) + "\n";
    }

    /** The kind that is quick. */
    static String storedPassword(String password) {
        return "{SHA}" + Base64.getEncoder().encodeToString(digest("SHA-1", password.getBytes(UTF_8)));
    }

    /** The name of a file with this content. */
    static String nameOf(byte[] content) {
        return HexFormat.of().formatHex(digest("SHA-256", content));
    }

    static String nameOf(String content) {
        return nameOf(content.getBytes(UTF_8));
    }

    private static byte[] digest(String algorithm, byte[] bytes) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
