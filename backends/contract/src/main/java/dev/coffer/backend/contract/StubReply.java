package dev.coffer.backend.contract;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The answer of a {@link StubServer}. */
public record StubReply(int status, Map<String, String> headers, byte[] body) {

    public static StubReply of(int status) {
        return of(status, new byte[0]);
    }

    public static StubReply of(int status, byte[] body) {
        return new StubReply(status, Map.of(), body);
    }

    public static StubReply of(int status, String body) {
        return of(status, body.getBytes(StandardCharsets.UTF_8));
    }

    /** The same with one more header. */
    public StubReply header(String name, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(name, value);
        return new StubReply(status, more, body);
    }
}
