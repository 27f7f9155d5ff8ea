package dev.coffer.server;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;

/** A request and its answer, which is given once. For the thread that handles it. */
final class Exchange {

    /** An answer to a request whose body is not read might get lost; so much is read all the same. */
    private static final long READ_IN_VAIN = 64L << 20;

    private final HttpExchange http;
    private final ClientWatch watch;
    private final ClientInput body;
    private final String client;
    private String user = "";
    private boolean admitted;
    private int status;
    private Optional<ClientOutput> answer = Optional.empty();

    Exchange(HttpExchange http, ClientWatch watch) {
        this.http = http;
        this.watch = watch;
        this.body = new ClientInput(http.getRequestBody(), watch);
        this.client = http.getRemoteAddress().getAddress().getHostAddress();
    }

    String method() {
        return http.getRequestMethod();
    }

    /** With its escapes. */
    String path() {
        return Optional.ofNullable(http.getRequestURI().getRawPath()).orElse("");
    }

    /** Path and query, with their escapes. */
    String target() {
        return http.getRequestURI().toString();
    }

    boolean hasQuery(String query) {
        return query.equals(http.getRequestURI().getRawQuery());
    }

    String protocol() {
        return http.getProtocol();
    }

    /** Address of the client. */
    String client() {
        return client;
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(http.getRequestHeaders().getFirst(name));
    }

    /** Name of the user; empty as long as he is not known, or if nobody is asked. */
    String user() {
        return user;
    }

    /** The client is one that may use the server. */
    void admit(String name) {
        user = name;
        admitted = true;
    }

    InputStream body() {
        return body;
    }

    /** Number of bytes of the body, unless the client has left it open. */
    OptionalLong bodyLength() {
        if (header("Transfer-Encoding").isPresent()) {
            return OptionalLong.empty();
        }
        // The server has refused what is no number.
        return OptionalLong.of(header("Content-Length").map(Long::parseLong).orElse(0L));
    }

    /** Reads what is left of the body, within reason. */
    void discardBody() throws IOException {
        long left = READ_IN_VAIN;
        byte[] buffer = new byte[1 << 16];
        while (left > 0) {
            int count = body.read(buffer);
            if (count < 0) {
                return;
            }
            left -= count;
        }
    }

    void setHeader(String name, String value) {
        http.getResponseHeaders().set(name, value);
    }

    /** Answers without a body. */
    void send(int newStatus) throws IOException {
        start(newStatus, -1);
    }

    /** Answers a request for the headers of what has so many bytes. */
    void sendLength(long length) throws IOException {
        setHeader("Content-Length", Long.toString(length));
        start(Status.OK, -1);
    }

    /** Answers with a text. */
    void send(int newStatus, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        setHeader("Content-Type", type);
        if (method().equals("HEAD")) {
            setHeader("Content-Length", Integer.toString(bytes.length));
            start(newStatus, -1);
        } else {
            send(newStatus, bytes.length).write(bytes);
        }
    }

    /**
     * Answers with a body of so many bytes. If less is written, the client notices.
     *
     * @return where to write it
     */
    OutputStream send(int newStatus, long length) throws IOException {
        // To the JDK's server, -1 means no body, and 0 that its length is not known.
        return startBody(newStatus, length == 0 ? -1 : length);
    }

    /**
     * Answers with a body whose length is not known yet. It ends when the exchange is finished.
     *
     * @return where to write it
     */
    OutputStream sendOpenEnded() throws IOException {
        return startBody(Status.OK, 0);
    }

    private OutputStream startBody(int newStatus, long length) throws IOException {
        start(newStatus, length);
        ClientOutput output = new ClientOutput(http.getResponseBody(), watch);
        answer = Optional.of(output);
        return output;
    }

    private void start(int newStatus, long length) throws IOException {
        status = newStatus;
        watch.await(() -> {
            http.sendResponseHeaders(newStatus, length);
            return newStatus;
        });
    }

    /** Answers with an error. */
    void refuse(Refusal refusal) throws IOException {
        if (admitted) {
            discardBody();
        }
        Headers headers = http.getResponseHeaders();
        refusal.headers().forEach(headers::set);
        headers.set("X-Content-Type-Options", "nosniff");
        send(refusal.status(), "text/plain; charset=utf-8", refusal.getMessage() + "\n");
    }

    /** Whether the answer has begun; then there cannot be another one. */
    boolean answered() {
        return status != 0;
    }

    /** Status of the answer; 0 if there is none yet. */
    int status() {
        return status;
    }

    /** How many bytes of the answer's body were sent. */
    long sent() {
        return answer.map(ClientOutput::count).orElse(0L);
    }

    /** Ends the answer. */
    void finish() throws IOException {
        watch.await(() -> {
            http.close();
            return status;
        });
    }
}
