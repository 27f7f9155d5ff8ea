package dev.coffer.backend.gs;

import dev.coffer.backend.contract.StubReply;
import dev.coffer.backend.http.Json;

/** Answers of {@link FakeGcs}. */
final class FakeReplies {

    private FakeReplies() {}

    /** A request that ends here. */
    static final class Refusal extends RuntimeException {

        private final transient StubReply reply;

        Refusal(int status, String reason, String message) {
            super(message);
            this.reply = error(status, reason, message);
        }

        StubReply reply() {
            return reply;
        }
    }

    static StubReply json(Json json) {
        return StubReply.of(200, json.toString()).header("Content-Type", "application/json; charset=UTF-8");
    }

    static StubReply error(int status, String reason, String message) {
        Json single = Json.object("message", Json.of(message))
                .with("domain", Json.of("global"))
                .with("reason", Json.of(reason));
        Json error = Json.object("code", Json.of(status))
                .with("message", Json.of(message))
                .with("errors", Json.array(single));
        return StubReply.of(status, Json.object("error", error).toString())
                .header("Content-Type", "application/json; charset=UTF-8");
    }
}
