package dev.coffer.backend.http;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.BackendOptions;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.HashMap;
import java.util.Map;

/** Headers that the user adds to every request, for gateways that want them: {@code -o http.header.X-Tenant=blue}. */
final class CustomHeaders {

    private static final String PREFIX = "http.header.";

    private CustomHeaders() {}

    static Map<String, String> of(BackendOptions options) throws BackendException.Rejected {
        Map<String, String> headers = new HashMap<>();
        for (Map.Entry<String, String> option : options.extended().entrySet()) {
            if (option.getKey().startsWith(PREFIX)) {
                String name = option.getKey().substring(PREFIX.length());
                check(name, option.getValue());
                headers.put(name, option.getValue());
            }
        }
        return headers;
    }

    /** The message leaves the value out: it may be a token. */
    private static void check(String name, String value) throws BackendException.Rejected {
        try {
            HttpRequest.newBuilder(URI.create("http://localhost/")).header(name, value);
        } catch (IllegalArgumentException e) {
            throw new BackendException.Rejected(
                    "option " + PREFIX + name + ": there can be no header of that name and value", null);
        }
    }
}
