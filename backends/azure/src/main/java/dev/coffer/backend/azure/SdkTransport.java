package dev.coffer.backend.azure;

import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpHeader;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.BinaryData;
import com.azure.core.util.Context;
import dev.coffer.backend.Content;
import dev.coffer.backend.http.Http;
import dev.coffer.backend.http.HttpAnswer;
import dev.coffer.backend.http.HttpCall;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import reactor.core.publisher.Mono;

/**
 * Sends the SDK's requests as those of all stores are sent. What does not succeed is a
 * {@link dev.coffer.backend.BackendException} at once, within an {@link UncheckedIOException}. For any number of threads.
 */
final class SdkTransport implements HttpClient {

    /** Follow from the address and the content. */
    private static final Set<String> IMPLIED = Set.of("host", "content-length");

    private final Http http;

    SdkTransport(Http http) {
        this.http = http;
    }

    /** Sends nothing before somebody subscribes, and then on that thread. */
    @Override
    public Mono<HttpResponse> send(HttpRequest request) {
        return Mono.fromCallable(() -> sendSync(request, Context.NONE));
    }

    @Override
    public HttpResponse sendSync(HttpRequest request, Context context) {
        try {
            return exchange(request);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Only answers to GET have bodies that matter. */
    private HttpResponse exchange(HttpRequest request) throws IOException {
        HttpAnswer answer = AzureFailures.require(http.send(SdkCall.attempt(), call(request)));
        if (request.getHttpMethod() == HttpMethod.GET) {
            return new SdkResponse(request, answer, answer.body());
        }
        try (answer) {
            answer.discard();
            return new SdkResponse(request, answer, InputStream.nullInputStream());
        }
    }

    private static HttpCall call(HttpRequest request) {
        Map<String, String> headers = new HashMap<>();
        for (HttpHeader header : request.getHeaders()) {
            if (!IMPLIED.contains(header.getName().toLowerCase(Locale.ROOT))) {
                headers.put(header.getName(), header.getValue());
            }
        }
        URI uri = URI.create(request.getUrl().toString());
        return new HttpCall(request.getHttpMethod().toString(), uri, headers, content(request));
    }

    private static Content content(HttpRequest request) {
        BinaryData body = request.getBodyAsBinaryData();
        if (body == null) {
            return Content.of(new byte[0]);
        }
        Long length = body.getLength();
        return length == null ? Content.of(body.toBytes()) : new Body(body, length);
    }

    /** Opened once, as no request is made twice. */
    private record Body(BinaryData data, long length) implements Content {

        @Override
        public InputStream open() {
            return data.toStream();
        }
    }
}
