package dev.coffer.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A store in memory, on this machine, that speaks as much of restic's REST protocol and of S3 as a rehearsal needs. */
final class RehearsalServer implements Closeable {

    private static final String BUCKET = "/bucket/";
    private static final int OK = 200;
    private static final int PARTIAL = 206;
    private static final int MISSING = 404;

    private final HttpServer http;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final NavigableMap<String, byte[]> files = new ConcurrentSkipListMap<>();

    private RehearsalServer(HttpServer http) {
        this.http = http;
    }

    static RehearsalServer start() throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        RehearsalServer server = new RehearsalServer(http);
        http.createContext("/", server::handle);
        http.setExecutor(server.threads);
        http.start();
        return server;
    }

    /** Locations of repositories, and what else the environment must have for them. */
    Map<String, String> rest() {
        return Map.of("RESTIC_REPOSITORY", "rest:" + address() + "/rest/");
    }

    Map<String, String> s3() {
        return Map.of(
                "RESTIC_REPOSITORY", "s3:" + address() + BUCKET + "repository",
                "AWS_ACCESS_KEY_ID", "rehearsal",
                "AWS_SECRET_ACCESS_KEY", "rehearsal");
    }

    private String address() {
        return "http://127.0.0.1:" + http.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] content = exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getPath();
            switch (exchange.getRequestMethod()) {
                case "PUT", "POST" -> {
                    files.put(path, content);
                    answer(exchange, OK, new byte[0]);
                }
                case "DELETE" -> {
                    files.remove(path);
                    answer(exchange, OK, new byte[0]);
                }
                default -> load(exchange, path);
            }
        }
    }

    private void load(HttpExchange exchange, String path) throws IOException {
        String query = exchange.getRequestURI().getQuery();
        if (query != null && query.contains("prefix=")) {
            String prefix = query.replaceFirst(".*prefix=([^&]*).*", "$1");
            answer(exchange, OK, bucketListing(BUCKET + prefix));
        } else if (path.endsWith("/")) {
            exchange.getResponseHeaders().set("Content-Type", "application/vnd.x.restic.rest.v2");
            answer(exchange, OK, restListing(path));
        } else {
            file(exchange, files.get(path));
        }
    }

    private byte[] restListing(String prefix) {
        return listing(prefix, "[", ",", "]", (name, size) -> "{\"name\":\"%s\",\"size\":%d}".formatted(name, size));
    }

    private byte[] bucketListing(String prefix) {
        String folder = prefix.substring(BUCKET.length());
        return listing(
                prefix,
                "<ListBucketResult><IsTruncated>false</IsTruncated>",
                "",
                "</ListBucketResult>",
                (name, size) -> "<Contents><Key>%s%s</Key><Size>%d</Size></Contents>".formatted(folder, name, size));
    }

    private byte[] listing(
            String prefix, String start, String between, String end, BiFunction<String, Integer, String> line) {
        return files.tailMap(prefix, false).entrySet().stream()
                .filter(file -> file.getKey().startsWith(prefix))
                .map(file -> line.apply(file.getKey().substring(prefix.length()), file.getValue().length))
                .collect(Collectors.joining(between, start, end))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static void file(HttpExchange exchange, byte @Nullable [] bytes) throws IOException {
        String range = exchange.getRequestHeaders().getFirst("Range");
        if (bytes == null) {
            answer(exchange, MISSING, new byte[0]);
        } else if (range == null) {
            answer(exchange, OK, bytes);
        } else {
            String[] ends = range.substring("bytes=".length()).split("-");
            answer(
                    exchange,
                    PARTIAL,
                    Arrays.copyOfRange(bytes, Integer.parseInt(ends[0]), Integer.parseInt(ends[1]) + 1));
        }
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        boolean head = exchange.getRequestMethod().equals("HEAD");
        if (head) {
            exchange.getResponseHeaders().set("Content-Length", String.valueOf(body.length));
        }
        exchange.sendResponseHeaders(status, head || body.length == 0 ? -1 : body.length);
        if (!head && body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        http.stop(0);
        threads.close();
    }
}
