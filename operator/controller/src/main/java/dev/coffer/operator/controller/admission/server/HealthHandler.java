package dev.coffer.operator.controller.admission.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;

/** Answers probes. */
final class HealthHandler implements HttpHandler {

    private static final byte[] ANSWER = "ok\n".getBytes(StandardCharsets.UTF_8);

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(HttpURLConnection.HTTP_OK, ANSWER.length);
            exchange.getResponseBody().write(ANSWER);
        }
    }
}
