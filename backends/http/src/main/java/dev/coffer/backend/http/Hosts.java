package dev.coffer.backend.http;

import java.net.URI;
import java.util.Locale;

/** Host names in URLs. */
final class Hosts {

    private Hosts() {}

    static String withoutBrackets(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }

    /** Lower-case and without brackets; empty if the URL has none. */
    static String of(URI uri) {
        return uri.getHost() == null ? "" : withoutBrackets(uri.getHost()).toLowerCase(Locale.ROOT);
    }

    static int port(URI uri) {
        if (uri.getPort() >= 0) {
            return uri.getPort();
        }
        return "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
    }
}
