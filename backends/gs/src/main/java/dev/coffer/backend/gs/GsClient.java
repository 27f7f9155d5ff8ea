package dev.coffer.backend.gs;

import dev.coffer.backend.http.Http;
import dev.coffer.backend.http.HttpAnswer;
import dev.coffer.backend.http.HttpCall;
import java.io.Closeable;
import java.io.IOException;
import java.util.Map;

/** Sends requests in somebody's name. For any number of threads. */
final class GsClient implements Closeable {

    private final Http http;
    private final GsAuthorization authorization;

    /** Both are closed with this client. */
    GsClient(Http http, GsAuthorization authorization) {
        this.http = http;
        this.authorization = authorization;
    }

    /**
     * Sends a request; if it is refused because a token is no longer good, once more with another one.
     *
     * @param attempt for messages
     * @return an answer of success; the caller closes it
     */
    HttpAnswer send(String attempt, HttpCall call) throws IOException {
        HttpAnswer answer = http.send(attempt, authorized(call));
        if (answer.status() == 401 && authorization.renew()) {
            answer.close();
            answer = http.send(attempt, authorized(call));
        }
        return GsFailures.require(answer);
    }

    private HttpCall authorized(HttpCall call) throws IOException {
        HttpCall authorized = call;
        for (Map.Entry<String, String> header :
                authorization.headers(call.uri()).entrySet()) {
            authorized = authorized.header(header.getKey(), header.getValue());
        }
        return authorized;
    }

    /** The project of whoever asks; empty if unknown. */
    String project() {
        return authorization.project();
    }

    @Override
    public void close() {
        authorization.close();
        http.close();
    }
}
