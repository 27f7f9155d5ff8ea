package dev.coffer.backend.gs;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.http.HttpAnswer;
import java.io.IOException;
import java.util.List;

/** What the service means by its answers, where that is not what everybody means. */
final class GsFailures {

    /** Limits of a project or user, which pass. */
    private static final List<String> LIMITS = List.of("rateLimitExceeded", "userRateLimitExceeded", "quotaExceeded");

    /** An upload that was changed on its way. */
    private static final List<String> CHECKSUMS = List.of("CRC32C", "MD5 hash");

    private GsFailures() {}

    /** The answer, if it is one of success; else it is closed. */
    static HttpAnswer require(HttpAnswer answer) throws IOException {
        if (answer.ok()) {
            return answer;
        }
        try (answer) {
            throw explain(answer.status(), answer.failure());
        }
    }

    private static BackendException explain(int status, BackendException usual) {
        String message = String.valueOf(usual.getMessage());
        return switch (status) {
            case 400 ->
                mentions(message, CHECKSUMS)
                        ? new BackendException.Transient(message + "; the bytes that arrived are others", usual)
                        : usual;
            case 401 ->
                new BackendException.Denied(
                        message + "; check GOOGLE_APPLICATION_CREDENTIALS or GOOGLE_ACCESS_TOKEN", usual);
            case 403 -> mentions(message, LIMITS) ? new BackendException.Transient(message, usual) : usual;
            case 404 ->
                message.contains("bucket does not exist")
                        ? new BackendException.Missing(message + "; init creates the bucket", usual)
                        : usual;
            default -> usual;
        };
    }

    private static boolean mentions(String message, List<String> words) {
        return words.stream().anyMatch(message::contains);
    }
}
