package dev.coffer.operator.controller.admission.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.coffer.operator.controller.admission.review.AdmissionRequest;
import dev.coffer.operator.controller.admission.review.MalformedReviewException;
import dev.coffer.operator.controller.admission.review.Reviewer;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets a reviewer answer what is sent. */
final class ReviewHandler implements HttpHandler {

    /** Two versions of the largest object that etcd takes. */
    static final int MAXIMAL_BODY = 4 << 20;

    /** Bounds the memory that reviews take. */
    private static final Semaphore PLACES = new Semaphore(8);

    private static final Logger LOG = LoggerFactory.getLogger(ReviewHandler.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Reviewer reviewer;

    ReviewHandler(Reviewer reviewer) {
        this.reviewer = reviewer;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        PLACES.acquireUninterruptibly();
        try (exchange) {
            answer(exchange);
        } finally {
            PLACES.release();
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        if (!"POST".equals(exchange.getRequestMethod())) {
            send(exchange, HttpURLConnection.HTTP_BAD_METHOD, "Reviews are sent by POST");
            return;
        }
        byte[] body = exchange.getRequestBody().readNBytes(MAXIMAL_BODY + 1);
        if (body.length > MAXIMAL_BODY) {
            send(exchange, HttpURLConnection.HTTP_ENTITY_TOO_LARGE, "A review has at most " + MAXIMAL_BODY + " bytes");
            return;
        }
        try {
            AdmissionRequest request = AdmissionRequest.of(JSON.readTree(body));
            String answer = reviewer.review(request).toReview(request.uid()).toString();
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            send(exchange, HttpURLConnection.HTTP_OK, answer);
        } catch (JsonProcessingException | MalformedReviewException e) {
            send(exchange, HttpURLConnection.HTTP_BAD_REQUEST, "This is no review that can be read");
        } catch (RuntimeException e) {
            LOG.error("A review at {} has failed", exchange.getRequestURI().getPath(), e);
            send(
                    exchange,
                    HttpURLConnection.HTTP_INTERNAL_ERROR,
                    "The review has failed; the log of the operator says why");
        }
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
