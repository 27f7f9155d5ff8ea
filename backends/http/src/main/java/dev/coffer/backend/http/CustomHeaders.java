package dev.coffer.backend.http;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.BackendOptions;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Headers that the user adds to every request, for gateways that want them: {@code -o http.header.X-Tenant=blue}. */
final class CustomHeaders {

    private static final String PREFIX = "http.header.";

    private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Pattern VALUE = Pattern.compile("[\\t\\x20-\\x7e\\xa0-\\xff]*");

    /** Follow from the request, or from how it is sent. */
    private static final Set<String> OURS =
            Set.of("connection", "content-length", "expect", "host", "transfer-encoding", "upgrade");

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
        boolean possible = NAME.matcher(name).matches() && VALUE.matcher(value).matches();
        if (!possible || OURS.contains(name.toLowerCase(Locale.ROOT))) {
            throw new BackendException.Rejected(
                    "option " + PREFIX + name + ": there can be no header of that name and value", null);
        }
    }
}
