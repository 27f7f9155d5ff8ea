package dev.coffer.backend.b2;

import dev.coffer.backend.contract.StubReply;
import dev.coffer.backend.http.Json;

/** A request that B2 refuses. */
final class B2StubError extends RuntimeException {

    private final int status;
    private final String code;

    B2StubError(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    static B2StubError unauthorized() {
        return new B2StubError(401, "unauthorized", "Application key is not entitled to do this");
    }

    static B2StubError missing(String name) {
        return new B2StubError(404, "not_found", "File with such name does not exist: " + name);
    }

    StubReply reply() {
        Json body = Json.object("status", Json.of(status))
                .with("code", Json.of(code))
                .with("message", Json.of(String.valueOf(getMessage())));
        return StubReply.of(status, body.toString()).header("Content-Type", "application/json");
    }
}
