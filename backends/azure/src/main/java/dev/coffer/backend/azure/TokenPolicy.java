package dev.coffer.backend.azure;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.HttpPipelineNextPolicy;
import com.azure.core.http.HttpPipelineNextSyncPolicy;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.HttpPipelinePolicy;
import dev.coffer.backend.BackendException;
import dev.coffer.backend.http.Renewable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import reactor.core.publisher.Mono;

/** Puts a token into each request, and gets another one before it expires. For any number of threads. */
final class TokenPolicy implements HttpPipelinePolicy {

    private final Renewable<AzureToken> tokens;

    TokenPolicy(TokenSource source) {
        this.tokens = new Renewable<>(source::fetch);
    }

    @Override
    public Mono<HttpResponse> process(HttpPipelineCallContext context, HttpPipelineNextPolicy next) {
        return Mono.defer(() -> {
            authorize(context);
            return next.process();
        });
    }

    @Override
    public HttpResponse processSync(HttpPipelineCallContext context, HttpPipelineNextSyncPolicy next) {
        authorize(context);
        return next.processSync();
    }

    private void authorize(HttpPipelineCallContext context) {
        try {
            if (!"https".equals(context.getHttpRequest().getUrl().getProtocol())) {
                throw new BackendException.Rejected(
                        "a token of an identity is only sent by https, not to "
                                + context.getHttpRequest().getUrl().getHost(),
                        null);
            }
            String header = "Bearer " + token().value().value();
            context.getHttpRequest().setHeader(HttpHeaderName.AUTHORIZATION, header);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private AzureToken token() throws IOException {
        AzureToken token = tokens.get();
        return token.lasts(Instant.now()) ? token : tokens.renew(token);
    }
}
