package dev.coffer.backend.http;

import java.net.PasswordAuthentication;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** User and password as they stand in a URL, and as they go into a header. */
public final class UserInfo {

    private UserInfo() {}

    /** The part before the {@code @}, percent signs resolved; without a colon the password is empty. */
    public static Optional<PasswordAuthentication> of(URI uri) {
        String raw = uri.getRawUserInfo();
        if (raw == null || raw.isEmpty()) {
            return Optional.empty();
        }
        int colon = raw.indexOf(':');
        String user = colon < 0 ? raw : raw.substring(0, colon);
        String password = colon < 0 ? "" : raw.substring(colon + 1);
        return Optional.of(
                new PasswordAuthentication(decode(user), decode(password).toCharArray()));
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** The value of a header {@code Authorization} for basic authentication. */
    public static String basic(PasswordAuthentication credentials) {
        String pair = credentials.getUserName() + ":" + new String(credentials.getPassword());
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
}
