package dev.coffer.backend.gs;

import com.google.api.client.http.LowLevelHttpRequest;
import com.google.api.client.http.LowLevelHttpResponse;
import dev.coffer.backend.BackendException;
import dev.coffer.backend.Content;
import dev.coffer.backend.http.Http;
import dev.coffer.backend.http.HttpAnswer;
import dev.coffer.backend.http.HttpCall;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A request of Google's library; both it and its answer are small. For one thread. */
final class GoogleRequest extends LowLevelHttpRequest {

    private final Http http;
    private final UnaryOperator<BackendException> explanation;
    private final String method;
    private final URI uri;
    private final Map<String, String> headers = new HashMap<>();

    /** @param explanation makes a failure to get there understood */
    GoogleRequest(Http http, UnaryOperator<BackendException> explanation, String method, URI uri) {
        this.http = http;
        this.explanation = explanation;
        this.method = method;
        this.uri = uri;
    }

    @Override
    public void addHeader(String name, String value) {
        headers.put(name, value);
    }

    @Override
    public LowLevelHttpResponse execute() throws IOException {
        if (getContentType() != null) {
            addHeader("Content-Type", getContentType());
        }
        if (getContentEncoding() != null) {
            addHeader("Content-Encoding", getContentEncoding());
        }
        HttpCall call = new HttpCall(method, uri, headers, Content.of(body()));
        try (HttpAnswer answer = http.send("log in to Google", call)) {
            return new GoogleResponse(answer.status(), answer.headers().map(), answer.bytes());
        } catch (BackendException e) {
            throw explanation.apply(e);
        }
    }

    private byte[] body() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        if (getStreamingContent() != null) {
            getStreamingContent().writeTo(body);
        }
        return body.toByteArray();
    }
}
