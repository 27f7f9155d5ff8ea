package dev.coffer.backend.http;

import dev.coffer.backend.BackendException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;

/**
 * Sends requests, with the headers of the settings, and breaks them off if they stall. Makes no request twice, but for one that
 * was lost with a connection that the server had given up, and of which it has done nothing. Whatever goes
 * wrong on the way is a {@link BackendException} that says what was attempted; what the server answers is for the caller to
 * judge, who has {@link HttpAnswer#orThrow} for that. For any number of threads.
 */
public final class Http implements Closeable {

    private final HttpSettings settings;
    private final Transport transport;
    private final ScheduledExecutorService timer;

    Http(HttpSettings settings, Transport transport) {
        this.settings = settings;
        this.transport = transport;
        ScheduledThreadPoolExecutor scheduler = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("http-stalls").factory());
        scheduler.setRemoveOnCancelPolicy(true);
        this.timer = scheduler;
    }

    /** Requests by TCP and TLS. */
    public static Http of(HttpSettings settings) {
        return new Http(settings, ApacheTransport.of(settings));
    }

    /** Requests to a server that listens on a socket in the file system, whatever host their addresses name. */
    public static Http overSocket(HttpSettings settings, Path socket) {
        return new Http(settings, UnixTransport.of(settings, socket));
    }

    /**
     * Sends a request and waits for the head of the answer.
     *
     * @param attempt what is wanted, for messages, such as {@code load data/1f2e…}
     * @return the answer, whatever its status; the caller closes it
     * @throws InterruptedIOException if the thread is interrupted; its flag stays set
     */
    public HttpAnswer send(String attempt, HttpCall call) throws IOException {
        HttpAttempt described = new HttpAttempt(attempt, transport.describe(call));
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("interrupted before the attempt to " + attempt);
        }
        if (call.content().length() == 0) {
            requireEmpty(call);
        }
        StallWatch watch = new StallWatch(timer, settings.stallLimit());
        try {
            return new HttpAnswer(described, transport.send(complete(call), watch), watch);
        } catch (IOException e) {
            watch.close();
            throw described.failure(e, watch.stalled());
        }
    }

    /** Content that announces no bytes is not opened by anybody else. */
    private static void requireEmpty(HttpCall call) throws IOException {
        call.content().openChecked().read();
    }

    private HttpCall complete(HttpCall call) {
        Map<String, String> headers = new HashMap<>(settings.headers());
        headers.put("User-Agent", settings.userAgent());
        headers.putAll(call.headers());
        return new HttpCall(call.method(), call.uri(), headers, call.content());
    }

    @Override
    public void close() {
        timer.shutdownNow();
        transport.close();
    }
}
