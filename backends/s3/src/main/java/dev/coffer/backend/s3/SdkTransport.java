package dev.coffer.backend.s3;

import dev.coffer.backend.Content;
import dev.coffer.backend.http.Http;
import dev.coffer.backend.http.HttpAnswer;
import dev.coffer.backend.http.HttpCall;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * Sends what the SDK has made and signed, by the HTTP that all stores share. Its failures are the cause of those that the SDK
 * throws. For any number of threads.
 */
final class SdkTransport implements SdkHttpClient {

    /** Headers that HTTP sets itself. None but the host and the length are signed, and those are the same. */
    private static final Set<String> SET_BELOW = Set.of("connection", "content-length", "expect", "host", "user-agent");

    private static final int NO_CONTENT = 204;
    private static final int WORDS_AT_MOST = 64 << 10;

    private final Http http;

    /** @param http stays open */
    SdkTransport(Http http) {
        this.http = http;
    }

    @Override
    public String clientName() {
        return "coffer";
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                return response(request, http.send("ask the store", translate(request)));
            }

            @Override
            public void abort() {
                // interrupting the thread ends the call
            }
        };
    }

    private static HttpCall translate(HttpExecuteRequest request) {
        SdkHttpRequest head = request.httpRequest();
        Map<String, String> headers = new HashMap<>();
        head.forEachHeader((name, values) -> {
            if (!SET_BELOW.contains(name.toLowerCase(Locale.ROOT))) {
                headers.put(name, String.join(",", values));
            }
        });
        long length =
                head.firstMatchingHeader("Content-Length").map(Long::parseLong).orElse(0L);
        Content content = request.contentStreamProvider()
                .<Content>map(body -> new Body(body, length))
                .orElseGet(() -> Content.of(new byte[0]));
        return new HttpCall(head.method().name(), head.getUri(), headers, content);
    }

    private record Body(ContentStreamProvider provider, long length) implements Content {

        @Override
        public InputStream open() {
            return new WholeReads(provider.newStream());
        }
    }

    /** The SDK does not close every body. Those it might forget are read here: of failures, and where there is none. */
    private static HttpExecuteResponse response(HttpExecuteRequest request, HttpAnswer answer) throws IOException {
        HttpExecuteResponse.Builder response = HttpExecuteResponse.builder().response(head(answer));
        if (request.httpRequest().method() == SdkHttpMethod.HEAD || answer.status() == NO_CONTENT) {
            try (answer) {
                answer.discard();
                return response.build();
            }
        }
        if (answer.ok()) {
            AnswerBody body = new AnswerBody(answer);
            return response.responseBody(AbortableInputStream.create(body, body::abandon))
                    .build();
        }
        try (answer) {
            byte[] words = answer.body().readNBytes(WORDS_AT_MOST);
            return response.responseBody(AbortableInputStream.create(new ByteArrayInputStream(words)))
                    .build();
        }
    }

    private static SdkHttpResponse head(HttpAnswer answer) {
        SdkHttpResponse.Builder head = SdkHttpResponse.builder().statusCode(answer.status());
        for (Map.Entry<String, List<String>> header : answer.headers().entrySet()) {
            head.putHeader(header.getKey(), header.getValue());
        }
        return head.build();
    }

    /** Nothing to do: HTTP belongs to whoever has made this. */
    @Override
    public void close() {}
}
