package dev.coffer.backend.contract;

import java.time.Duration;
import java.util.Map;

/** What a {@link FaultProxy} does to a request. */
public sealed interface NetworkFault {

    /** Lets it pass, but later. */
    record Delay(Duration duration) implements NetworkFault {}

    /**
     * Answers it instead of the server, which does not hear of it.
     *
     * @param status such as 503
     */
    record Answer(int status, Map<String, String> headers, String body) implements NetworkFault {

        public Answer(int status) {
            this(status, Map.of(), "");
        }

        /** An overloaded server that says when to come back. */
        public static Answer busy(int status, String retryAfter) {
            return new Answer(status, Map.of("Retry-After", retryAfter), "busy");
        }
    }

    /**
     * Lets it, or its answer, pass up to some point.
     *
     * @param direction what is cut off; the other direction is not touched
     * @param afterBytes how many bytes of the body pass (of everything, if the proxy does not know HTTP)
     */
    record Cut(Direction direction, long afterBytes, End end) implements NetworkFault {}

    /** Which way bytes go. */
    enum Direction {
        REQUEST,
        REPLY
    }

    /** What happens after the last byte that passes. */
    enum End {
        /** Both connections end as if all had been said. */
        CLOSE,
        /** The client is told that the connection is lost. */
        RESET,
        /** Nothing; and so it stays until somebody gives up. */
        STALL
    }

    static NetworkFault resetRequest(long afterBytes) {
        return new Cut(Direction.REQUEST, afterBytes, End.RESET);
    }

    static NetworkFault resetReply(long afterBytes) {
        return new Cut(Direction.REPLY, afterBytes, End.RESET);
    }

    static NetworkFault truncateReply(long afterBytes) {
        return new Cut(Direction.REPLY, afterBytes, End.CLOSE);
    }

    static NetworkFault stallRequest(long afterBytes) {
        return new Cut(Direction.REQUEST, afterBytes, End.STALL);
    }

    static NetworkFault stallReply(long afterBytes) {
        return new Cut(Direction.REPLY, afterBytes, End.STALL);
    }
}
