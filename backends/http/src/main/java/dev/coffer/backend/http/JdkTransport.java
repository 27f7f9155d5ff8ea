package dev.coffer.backend.http;

import dev.coffer.backend.Content;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** HTTP over TCP and TLS, by the JDK's own client. */
final class JdkTransport implements Transport {

    /**
     * From so many bytes on, a server is asked whether it wants them before they are sent. Else its refusal may get lost, as
     * the JDK's client reads no answer when sending fails.
     */
    private static final long ASK_FIRST_FROM = 1 << 20;

    private final HttpClient client;

    JdkTransport(HttpClient client) {
        this.client = client;
    }

    @Override
    public RawAnswer send(HttpCall call, StallWatch watch) throws IOException {
        CompletableFuture<HttpResponse<InputStream>> pending =
                client.sendAsync(request(call, watch), BodyHandlers.ofInputStream());
        watch.onStall(() -> pending.cancel(true));
        HttpResponse<InputStream> response = await(pending);
        watch.moved();
        InputStream body = body(response);
        watch.onStall(() -> closeQuietly(body));
        return new RawAnswer(response.statusCode(), response.headers(), body);
    }

    @Override
    public String describe(HttpCall call) {
        return call.toString();
    }

    private static HttpRequest request(HttpCall call, StallWatch watch) {
        HttpRequest.Builder request = HttpRequest.newBuilder(call.uri()).method(call.method(), body(call, watch));
        call.headers().forEach(request::setHeader);
        return request.expectContinue(call.content().length() >= ASK_FIRST_FROM).build();
    }

    private static BodyPublisher body(HttpCall call, StallWatch watch) {
        Content content = call.content();
        if (content.length() == 0) {
            return BodyPublishers.noBody();
        }
        return BodyPublishers.fromPublisher(
                BodyPublishers.ofInputStream(() -> new WatchedStream(content.openChecked(), watch)), content.length());
    }

    private static HttpResponse<InputStream> await(CompletableFuture<HttpResponse<InputStream>> pending)
            throws IOException {
        try {
            return pending.get();
        } catch (InterruptedException e) {
            abandon(pending);
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("interrupted").initCause(e);
        } catch (CancellationException e) {
            throw new IOException("broken off", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
        }
    }

    /** A proxy that refuses to tunnel answers without one. */
    private static InputStream body(HttpResponse<InputStream> response) {
        return Objects.requireNonNullElseGet(response.body(), InputStream::nullInputStream);
    }

    /** The answer may have come just now, and its body wants to be closed. */
    private static void abandon(CompletableFuture<HttpResponse<InputStream>> pending) {
        if (!pending.cancel(true)) {
            var _ = pending.thenAccept(response -> closeQuietly(body(response)));
        }
    }

    private static void closeQuietly(InputStream body) {
        try {
            body.close();
        } catch (IOException _) {
            // nobody reads on
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
