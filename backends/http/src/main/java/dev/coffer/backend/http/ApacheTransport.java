package dev.coffer.backend.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.util.Set;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.DefaultSchemePortResolver;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.EndpointDetails;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.util.Timeout;

/**
 * HTTP/1.1 by Apache's client. The thread that makes a request sends and receives itself, and has a connection to itself until
 * the answer was read to its end or closed.
 *
 * <p>Below each connection is a channel: unlike a socket, that notices interruptions on any thread.
 */
final class ApacheTransport implements Transport {

    /**
     * From so many bytes on, a server is asked whether it wants them before they are sent: a refusal costs neither them nor the
     * connection. That takes a round trip, so nobody is asked who has just taken as many.
     */
    private static final long ASK_FIRST_FROM = 1 << 20;

    private static final Set<String> IDEMPOTENT = Set.of("GET", "HEAD", "PUT", "DELETE");

    private final Connections connections;
    private final long askFirstFrom;

    /** Whether the last that was large enough to ask first has been welcome. */
    private volatile boolean welcome;

    /** @param askFirstFrom from so many bytes on, a server is asked whether it wants them */
    ApacheTransport(Connections connections, long askFirstFrom) {
        this.connections = connections;
        this.askFirstFrom = askFirstFrom;
    }

    /** To servers that are reached by TCP and TLS. */
    static ApacheTransport of(HttpSettings settings) {
        TlsUpgrade tls = new TlsUpgrade(settings.tls());
        Connections connections = new Connections(
                new DefaultHttpClientConnectionOperator(
                        _ -> open(),
                        DefaultSchemePortResolver.INSTANCE,
                        SystemDefaultDnsResolver.INSTANCE,
                        scheme -> URIScheme.HTTPS.same(scheme) ? tls : null),
                new ProxyRoutes(settings),
                Timeout.of(settings.connectTimeout()));
        return new ApacheTransport(connections, ASK_FIRST_FROM);
    }

    private static Socket open() throws IOException {
        return SocketChannel.open().socket();
    }

    @Override
    public RawAnswer send(HttpCall call, StallWatch watch) throws IOException {
        HttpClientContext context = HttpClientContext.create();
        CallContent content = new CallContent(call.content(), watch);
        try {
            return send(call, content, context, watch);
        } catch (IOException e) {
            if (watch.stalled() || watch.interrupted() || !wasKept(context) || !mayBeRepeated(call, content)) {
                throw e;
            }
            connections.closeIdle();
            return send(call, content, HttpClientContext.create(), watch);
        }
    }

    /** Whether the server may have given up the connection before, between two requests, which is no failure of this one. */
    private static boolean wasKept(HttpClientContext context) {
        EndpointDetails connection = context.getEndpointDetails();
        return connection != null && connection.getRequestCount() > 1;
    }

    /** A server can have done nothing yet without the content that it was to get, nor harm by what may be done twice. */
    private static boolean mayBeRepeated(HttpCall call, CallContent content) {
        return !content.taken() && (content.getContentLength() > 0 || IDEMPOTENT.contains(call.method()));
    }

    private RawAnswer send(HttpCall call, CallContent content, HttpClientContext context, StallWatch watch)
            throws IOException {
        HttpUriRequestBase request = request(call, content);
        watch.onStall(request::cancel);
        try {
            RawAnswer answer = answer(request, execute(request, content.getContentLength(), context));
            watch.moved();
            return answer;
        } catch (IllegalStateException e) {
            throw new IOException("broken off", e);
        }
    }

    private ClassicHttpResponse execute(HttpUriRequestBase request, long length, HttpClientContext context)
            throws IOException {
        boolean large = length >= askFirstFrom;
        boolean taken = false;
        try {
            ClassicHttpResponse response = connections.execute(request, large && !welcome, context);
            taken = response.getCode() < HttpStatus.SC_REDIRECTION;
            return response;
        } finally {
            if (large) {
                welcome = taken;
            }
        }
    }

    private static HttpUriRequestBase request(HttpCall call, CallContent content) {
        HttpUriRequestBase request = new HttpUriRequestBase(call.method(), call.uri());
        call.headers().forEach(request::setHeader);
        if (content.getContentLength() > 0) {
            request.setEntity(content);
        }
        return request;
    }

    /** Whoever expects no body need not read one for the connection to be used again. */
    private static RawAnswer answer(HttpUriRequestBase request, ClassicHttpResponse response) throws IOException {
        HttpEntity entity = response.getEntity();
        boolean empty = entity == null || entity.getContentLength() == 0;
        if (empty) {
            EntityUtils.consume(entity);
        }
        InputStream body = empty ? InputStream.nullInputStream() : new LeasedBody(entity.getContent(), request::cancel);
        return new RawAnswer(response.getCode(), Headers.of(response), body);
    }

    @Override
    public String describe(HttpCall call) {
        return call.toString();
    }

    @Override
    public void close() {
        connections.close();
    }
}
