package dev.coffer.server;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * What a client says who it is.
 *
 * @param password as bytes, of which nobody knows the encoding
 */
record BasicCredentials(String user, byte[] password) {

    private static final String SCHEME = "Basic ";

    /** Understands the header {@code Authorization}. */
    static Optional<BasicCredentials> parse(String header) {
        if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        try {
            byte[] decoded =
                    Base64.getDecoder().decode(header.substring(SCHEME.length()).strip());
            // Bytes, one character each: the colon can be found, and the password remains what it is.
            String both = new String(decoded, StandardCharsets.ISO_8859_1);
            int colon = both.indexOf(':');
            return colon < 0
                    ? Optional.empty()
                    : Optional.of(new BasicCredentials(
                            new String(decoded, 0, colon, StandardCharsets.UTF_8),
                            both.substring(colon + 1).getBytes(StandardCharsets.ISO_8859_1)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "BasicCredentials[" + user + "]";
    }
}
