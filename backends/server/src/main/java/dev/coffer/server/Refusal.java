package dev.coffer.server;

import java.io.IOException;
import java.util.Map;

/** A request that is answered by an error. The client gets the status and its usual words; nothing more is told. */
final class Refusal extends IOException {

    private final int status;
    private final transient Map<String, String> headers;

    private Refusal(int status, String message, Map<String, String> headers) {
        super(message);
        this.status = status;
        this.headers = headers;
    }

    static Refusal of(int status) {
        return new Refusal(status, Status.words(status), Map.of());
    }

    static Refusal badRequest() {
        return of(Status.BAD_REQUEST);
    }

    static Refusal unauthorized() {
        return new Refusal(
                Status.UNAUTHORIZED,
                Status.words(Status.UNAUTHORIZED),
                Map.of("WWW-Authenticate", "Basic realm=\"restic\", charset=\"UTF-8\""));
    }

    static Refusal forbidden() {
        return of(Status.FORBIDDEN);
    }

    static Refusal notFound() {
        return of(Status.NOT_FOUND);
    }

    static Refusal methodNotAllowed(String allowed) {
        return new Refusal(
                Status.METHOD_NOT_ALLOWED, Status.words(Status.METHOD_NOT_ALLOWED), Map.of("Allow", allowed));
    }

    static Refusal badRange(long size) {
        return new Refusal(
                Status.BAD_RANGE, Status.words(Status.BAD_RANGE), Map.of("Content-Range", "bytes */" + size));
    }

    /** The quota is used up. */
    static Refusal full() {
        return of(Status.FULL);
    }

    static Refusal unavailable() {
        return new Refusal(Status.UNAVAILABLE, Status.words(Status.UNAVAILABLE), Map.of("Retry-After", "5"));
    }

    int status() {
        return status;
    }

    /** More headers of the answer. */
    Map<String, String> headers() {
        return headers;
    }
}
