package dev.coffer.backend.azure;

import dev.coffer.backend.http.Json;
import dev.coffer.backend.http.MalformedJson;
import dev.coffer.backend.http.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What says who we are, for some time.
 *
 * @param expires when it is no longer good
 */
record AzureToken(Secret value, Instant expires) {

    /** A request must not arrive later than its token expires. */
    private static final Duration MARGIN = Duration.ofMinutes(5);

    /** For services that do not say how long. */
    private static final Duration SHORT = Duration.ofMinutes(10);

    /**
     * Reads the answer of a token service. Some write numbers as strings, and some say when the token expires instead of how
     * long it lasts.
     *
     * @return empty if there is no token in it
     */
    static Optional<AzureToken> parse(byte[] answer, Instant now) throws MalformedJson {
        Json json = Json.parse(answer);
        Instant expires = number(json, "expires_on")
                .map(Instant::ofEpochSecond)
                .or(() -> number(json, "expires_in").map(now::plusSeconds))
                .orElse(now.plus(SHORT));
        return json.text("access_token")
                .or(() -> json.text("accessToken"))
                .map(token -> new AzureToken(new Secret(token), expires));
    }

    private static Optional<Long> number(Json json, String name) {
        return json.number(name).isPresent()
                ? Optional.of(json.number(name).getAsLong())
                : json.text(name).filter(text -> text.matches("\\d{1,15}")).map(Long::valueOf);
    }

    boolean lasts(Instant now) {
        return now.plus(MARGIN).isBefore(expires);
    }
}
