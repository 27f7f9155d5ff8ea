package dev.coffer.backend.azure;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpHeaders;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.BinaryData;
import com.azure.core.util.FluxUtil;
import dev.coffer.backend.http.HttpAnswer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** An answer for the SDK. Its body is read by whoever asks for it, and then it is closed. For one thread. */
final class SdkResponse extends HttpResponse {

    private static final int PIECE = 64 << 10;

    private final HttpAnswer answer;
    private final InputStream body;

    SdkResponse(HttpRequest request, HttpAnswer answer, InputStream body) {
        super(request);
        this.answer = answer;
        this.body = body;
    }

    @Override
    public int getStatusCode() {
        return answer.status();
    }

    @Deprecated
    @Override
    public @Nullable String getHeaderValue(String name) {
        return answer.header(name).orElse(null);
    }

    @Override
    public HttpHeaders getHeaders() {
        HttpHeaders headers = new HttpHeaders();
        answer.headers().forEach((name, values) -> headers.set(HttpHeaderName.fromString(name), values));
        return headers;
    }

    @Override
    public Flux<ByteBuffer> getBody() {
        return FluxUtil.toFluxByteBuffer(body, PIECE).doFinally(_ -> close());
    }

    @Override
    public Mono<byte[]> getBodyAsByteArray() {
        return Mono.fromCallable(this::bytes);
    }

    @Override
    public Mono<String> getBodyAsString() {
        return getBodyAsString(StandardCharsets.UTF_8);
    }

    @Override
    public Mono<String> getBodyAsString(Charset charset) {
        return getBodyAsByteArray().map(bytes -> new String(bytes, charset));
    }

    @Override
    public BinaryData getBodyAsBinaryData() {
        try {
            return BinaryData.fromBytes(bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] bytes() throws IOException {
        try (answer) {
            return body.readAllBytes();
        }
    }

    @Override
    public void close() {
        try {
            answer.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
