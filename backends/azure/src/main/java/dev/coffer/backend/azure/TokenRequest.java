package dev.coffer.backend.azure;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.http.Http;
import dev.coffer.backend.http.HttpAnswer;
import dev.coffer.backend.http.HttpCall;
import dev.coffer.backend.http.HttpSettings;
import dev.coffer.backend.http.MalformedJson;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;

/** Asks a token service. So seldom that no connection is kept. */
final class TokenRequest {

    private static final String ATTEMPT = "log in to Azure";

    private TokenRequest() {}

    /**
     * @throws BackendException.Denied if the service knows us not, or not as we say
     */
    static AzureToken send(HttpSettings settings, HttpCall call) throws IOException {
        try (Http http = Http.of(settings);
                HttpAnswer answer = http.send(ATTEMPT, call)) {
            if (answer.status() == 400) {
                throw new BackendException.Denied(
                        String.valueOf(answer.failure().getMessage()), null);
            }
            return AzureToken.parse(answer.orThrow().bytes(), Instant.now())
                    .orElseThrow(() -> new BackendException.Transient(
                            "cannot " + ATTEMPT + ": there is no token in the answer to " + call, null));
        } catch (MalformedJson e) {
            throw new BackendException.Transient(
                    "cannot " + ATTEMPT + ": the answer to " + call + " makes no sense (" + e.getMessage() + ")", e);
        }
    }

    /** Parameters as they stand in a form or behind a question mark. */
    static String form(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .sorted()
                .collect(Collectors.joining("&"));
    }
}
