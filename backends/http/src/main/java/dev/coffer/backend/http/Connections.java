package dev.coffer.backend.http;

import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.io.HttpClientConnectionOperator;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.routing.HttpRoutePlanner;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpConnectionFactory;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.pool.PoolReusePolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * Apache's client with nothing switched on that a store does not need: no second attempts, redirections, cookies, passwords or
 * compression of its own. There are as many connections as there are requests at a time. For any number of threads.
 */
final class Connections implements Closeable {

    /** Shorter than the patience of usual servers, so that hardly any hangs up just when a request is on its way. */
    private static final Timeout LONGEST_IDLE = Timeout.ofSeconds(20);

    /** How long a server may take to say that it wants content. Some never say it, and get it then. */
    private static final Timeout PATIENCE_BEFORE_CONTENT = Timeout.ofSeconds(1);

    private static final int BUFFER = 16 << 10;
    private static final int LONGEST_LINE = 16 << 10;
    private static final int MOST_HEADERS = 200;

    private static final Http1Config PROTOCOL = Http1Config.custom()
            .setBufferSize(BUFFER)
            .setMaxLineLength(LONGEST_LINE)
            .setMaxHeaderCount(MOST_HEADERS)
            .setWaitForContinueTimeout(PATIENCE_BEFORE_CONTENT)
            .build();

    private static final RequestConfig PLAINLY = RequestConfig.custom()
            .setAuthenticationEnabled(false)
            .setProtocolUpgradeEnabled(false)
            .build();

    private static final RequestConfig ASKING_FIRST =
            RequestConfig.copy(PLAINLY).setExpectContinueEnabled(true).build();

    /** {@link StallWatch} knows how long is too long. */
    private static final SocketConfig WAITING_AS_LONG_AS_ASKED =
            SocketConfig.custom().setSoTimeout(Timeout.DISABLED).build();

    private final PoolingHttpClientConnectionManager pool;
    private final CloseableHttpClient client;

    /**
     * @param operator makes connections
     * @param routes the way to each server
     * @param connectTimeout for each address of a server
     */
    Connections(HttpClientConnectionOperator operator, HttpRoutePlanner routes, Timeout connectTimeout) {
        pool = new PoolingHttpClientConnectionManager(
                operator, PoolConcurrencyPolicy.STRICT, PoolReusePolicy.LIFO, TimeValue.NEG_ONE_MILLISECOND, factory());
        pool.setMaxTotal(Integer.MAX_VALUE);
        pool.setDefaultMaxPerRoute(Integer.MAX_VALUE);
        pool.setDefaultConnectionConfig(ConnectionConfig.custom()
                .setConnectTimeout(connectTimeout)
                .setIdleTimeout(LONGEST_IDLE)
                .setValidateAfterInactivity(TimeValue.ZERO_MILLISECONDS)
                .build());
        pool.setDefaultSocketConfig(WAITING_AS_LONG_AS_ASKED);
        client = HttpClientBuilder.create()
                .setConnectionManager(pool)
                .setRequestExecutor(new HttpRequestExecutor(PROTOCOL, null, null))
                .setRoutePlanner(routes)
                .disableAuthCaching()
                .disableAutomaticRetries()
                .disableConnectionState()
                .disableContentCompression()
                .disableCookieManagement()
                .disableRedirectHandling()
                .build();
    }

    private static HttpConnectionFactory<ManagedHttpClientConnection> factory() {
        AtomicLong made = new AtomicLong();
        return _ -> new AttentiveConnection("connection-" + made.incrementAndGet(), PROTOCOL);
    }

    /**
     * Sends a request and receives the head of the answer.
     *
     * @param askFirst whether the server is asked if it wants the content
     * @throws IllegalStateException if the request is cancelled, or this closed, by another thread
     */
    ClassicHttpResponse execute(HttpUriRequestBase request, boolean askFirst, HttpClientContext context)
            throws IOException {
        request.setConfig(askFirst ? ASKING_FIRST : PLAINLY);
        return client.executeOpen(null, request, context);
    }

    /** Drops connections that nobody uses just now. */
    void closeIdle() {
        pool.closeIdle(TimeValue.ZERO_MILLISECONDS);
    }

    /** Breaks off requests that are under way. Idempotent. */
    @Override
    public void close() {
        client.close(CloseMode.IMMEDIATE);
    }
}
