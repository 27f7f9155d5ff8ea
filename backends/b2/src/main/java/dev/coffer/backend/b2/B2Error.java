package dev.coffer.backend.b2;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.http.HttpAnswer;
import dev.coffer.backend.http.Json;
import dev.coffer.backend.http.MalformedJson;
import dev.coffer.backend.http.RetryAfter;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * An answer that is no success.
 *
 * @param code B2's name for what is wrong; empty if it gives none, as in answers to HEAD
 * @param message B2's words about it
 * @param retryAfter how long it wants to be left alone
 */
record B2Error(int status, String code, String message, Optional<Duration> retryAfter) {

    private static final int LONGEST = 64 << 10;
    private static final Set<String> GONE = Set.of("no_such_file", "file_not_present", "already_hidden", "not_found");
    private static final Set<String> FULL = Set.of("cap_exceeded", "storage_cap_exceeded");

    /** Reads and closes the answer. */
    static B2Error of(HttpAnswer answer) throws IOException {
        try (answer) {
            Json body = json(answer.body().readNBytes(LONGEST));
            return new B2Error(
                    answer.status(),
                    body.text("code").orElse(""),
                    body.text("message").orElse(""),
                    answer.header("Retry-After").flatMap(value -> RetryAfter.parse(value, Instant.now())));
        }
    }

    /** What stands between us and B2 may answer something else. */
    private static Json json(byte[] text) {
        try {
            return Json.parse(text);
        } catch (MalformedJson _) {
            return Json.Word.NULL;
        }
    }

    /** Whether another token may be accepted where this one was not. */
    boolean isExpired() {
        return status == 401 && (code.isEmpty() || code.equals("expired_auth_token") || code.equals("bad_auth_token"));
    }

    /** @param attempt what was tried, to follow "cannot" */
    BackendException explain(String attempt) {
        String text = "cannot " + attempt + ": B2 answered " + status + words();
        return switch (status) {
            case 400 -> badRequest(text);
            case 401 ->
                new BackendException.Denied(
                        text
                                + "; the application key may lack a capability, or be restricted to another bucket or prefix",
                        null);
            case 403 ->
                FULL.contains(code) ? new BackendException.Full(text, null) : new BackendException.Denied(text, null);
            case 404 -> new BackendException.Missing(text, null);
            case 416 -> new BackendException.Truncated(text, null);
            case 408, 429 -> patience(text);
            default -> status >= 500 ? patience(text) : new BackendException.Rejected(text, null);
        };
    }

    private String words() {
        return (code.isEmpty() ? "" : " " + code) + (message.isEmpty() ? "" : " (" + message + ")");
    }

    /** B2 has no status of its own for bytes that were changed on the way, nor for an upload address in use. */
    private BackendException badRequest(String text) {
        if (GONE.contains(code)) {
            return new BackendException.Missing(text, null);
        }
        String words = message.toLowerCase(Locale.ROOT);
        boolean passing = words.contains("did not match data received") || words.contains("more than one upload using");
        return passing ? new BackendException.Transient(text, null) : new BackendException.Rejected(text, null);
    }

    private BackendException patience(String text) {
        return retryAfter
                .map(pause -> new BackendException.Transient(text, null, pause))
                .orElseGet(() -> new BackendException.Transient(text, null));
    }
}
