package dev.coffer.backend;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How people write repository locations: {@code scheme:rest}, or a path alone. */
final class LocationSyntax {

    static final String LOCAL = "local";

    /** At least two characters: a single one is a Windows drive. */
    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]+):(.*)", Pattern.DOTALL);

    /** User and password of a URL; the password ends at the last {@code @} before the path. */
    private static final Pattern PASSWORD = Pattern.compile("(://[^/?#@:]*):[^/?#]*@");

    /** A password with a slash that was not escaped: what follows the colon is no port number. */
    private static final Pattern PASSWORD_WITH_SLASH = Pattern.compile("(://[^/?#@:]*):(?!\\d*[/?#])[^@]*@");

    private LocationSyntax() {}

    static BackendLocation parse(String location) throws BackendException.Rejected {
        if (location.isEmpty()) {
            throw new BackendException.Rejected("the repository location is empty", null);
        }
        Matcher matcher = SCHEME.matcher(location);
        return matcher.matches()
                ? new BackendLocation(matcher.group(1).toLowerCase(Locale.ROOT), matcher.group(2))
                : new BackendLocation(LOCAL, location);
    }

    static String display(String location) {
        String masked = PASSWORD.matcher(location).replaceAll("$1:***@");
        return masked.equals(location) ? PASSWORD_WITH_SLASH.matcher(location).replaceAll("$1:***@") : masked;
    }
}
