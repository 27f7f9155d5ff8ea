package dev.coffer.backend.sftp;

import dev.coffer.backend.BackendException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Where a repository is. People write {@code sftp:user@host:path} or {@code sftp://user@host:port/path}; in the latter, the
 * first slash only ends the host, so an absolute path takes two. An IPv6 address is put in brackets.
 *
 * @param user to log in as, if the location says so
 * @param host a name that may be one of the SSH configuration, or an address
 * @param path of the repository on the server; a relative one starts in the user's folder
 */
record SftpLocation(Optional<String> user, String host, OptionalInt port, String path) {

    private static final int LARGEST_PORT = 65535;

    /** @param text what follows {@code sftp:} */
    static SftpLocation parse(String text) throws BackendException.Rejected {
        return text.startsWith("//") ? parseUrl(text.substring(2)) : parseShort(text);
    }

    /** A password in the location is ignored: where locations are written, others can read them. */
    private static SftpLocation parseUrl(String text) throws BackendException.Rejected {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw malformed("there is no path");
        }
        String authority = text.substring(0, slash);
        int at = authority.lastIndexOf('@');
        String userAndPassword = authority.substring(0, Math.max(at, 0));
        String hostAndPort = authority.substring(at + 1);
        int colon = hostAndPort.indexOf(':', hostAndPort.indexOf(']') + 1);
        String host = colon < 0 ? hostAndPort : hostAndPort.substring(0, colon);
        OptionalInt port = colon < 0 ? OptionalInt.empty() : port(hostAndPort.substring(colon + 1));
        String path = text.substring(slash + 1).split("[?#]", 2)[0];
        return of(decode(userAndPassword.split(":", 2)[0]), host, port, decode(path));
    }

    private static SftpLocation parseShort(String text) throws BackendException.Rejected {
        int colon = text.indexOf(':', bracketEnd(text));
        if (colon < 0) {
            throw malformed("there is no colon between host and path");
        }
        String authority = text.substring(0, colon);
        int at = authority.lastIndexOf('@');
        String user = authority.substring(0, Math.max(at, 0));
        return of(user, authority.substring(at + 1), OptionalInt.empty(), text.substring(colon + 1));
    }

    /** Behind the address in brackets, if the location starts with one, or the user does and one follows. */
    private static int bracketEnd(String text) {
        int open = text.indexOf('[');
        int close = text.indexOf(']');
        boolean first = open == 0 || (open > 0 && text.charAt(open - 1) == '@');
        return first && text.lastIndexOf(':', open) < 0 && close > open ? close : 0;
    }

    private static SftpLocation of(String user, String host, OptionalInt port, String path)
            throws BackendException.Rejected {
        String bare = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
        if (bare.isEmpty() || bare.startsWith("-")) {
            throw malformed("there is no host");
        }
        String cleaned = RemotePaths.clean(path);
        if (cleaned.startsWith("~")) {
            throw malformed("leave the ~ out: a relative path starts in the user's own folder");
        }
        return new SftpLocation(Optional.of(user).filter(name -> !name.isEmpty()), bare, port, cleaned);
    }

    private static OptionalInt port(String digits) throws BackendException.Rejected {
        if (digits.isEmpty()) {
            return OptionalInt.empty();
        }
        try {
            int port = Integer.parseInt(digits);
            if (port > 0 && port <= LARGEST_PORT) {
                return OptionalInt.of(port);
            }
        } catch (NumberFormatException _) {
            // told below
        }
        throw malformed("'" + digits + "' is no port");
    }

    private static String decode(String text) throws BackendException.Rejected {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            throw malformed("a % must be followed by two hex digits");
        }
    }

    private static BackendException.Rejected malformed(String reason) {
        return new BackendException.Rejected(
                "cannot understand the location of the repository: " + reason
                        + "; it looks like sftp:user@host:path or sftp://user@host:port//absolute/path",
                null);
    }

    /** In the form that can say it all. */
    @Override
    public String toString() {
        String name = host.contains(":") ? "[" + host + "]" : host;
        String at = user.map(u -> u + "@").orElse("") + name;
        return port.isPresent() ? "sftp://" + at + ":" + port.getAsInt() + "/" + path : "sftp:" + at + ":" + path;
    }
}
