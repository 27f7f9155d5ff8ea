package dev.coffer.backend.rest;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.http.UserInfo;
import java.net.PasswordAuthentication;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;

/**
 * Where a repository is on a REST server, and as whom to ask for it.
 *
 * @param base address of the repository, which ends with a slash, without user and password
 * @param socket the socket to reach the server by, instead of the host of the address
 * @param authorization value of the header that says who asks
 * @param display the location for people, without password
 */
public record RestLocation(URI base, Optional<Path> socket, Optional<String> authorization, String display) {

    private static final String UNIX = "http+unix://";
    private static final String HINT = "it should look like rest:https://host:8000/path/";

    /**
     * @param path what follows {@code rest:}
     * @param environment holds user and password, unless the address does
     */
    static RestLocation parse(String path, Map<String, String> environment) throws BackendException.Rejected {
        String url = path.endsWith("/") ? path : path + "/";
        return url.startsWith(UNIX) ? unix(url, environment) : tcp(uri(url), environment);
    }

    private static RestLocation tcp(URI uri, Map<String, String> environment) throws BackendException.Rejected {
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        boolean known = scheme.equals("http") || scheme.equals("https");
        if (!known || uri.getHost() == null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw rejected("the address of a REST server cannot be understood");
        }
        Optional<PasswordAuthentication> inUrl = UserInfo.of(uri);
        Optional<PasswordAuthentication> credentials = inUrl.or(() -> RestCredentials.in(environment));
        URI base = uri(uri.toASCIIString().replaceFirst("//[^/]*@", "//"));
        String user =
                inUrl.map(given -> given.getUserName() + mask(given) + "@").orElse("");
        return new RestLocation(
                base,
                Optional.empty(),
                credentials.map(UserInfo::basic),
                "rest:" + base.toString().replaceFirst("//", "//" + Matcher.quoteReplacement(user)));
    }

    private static String mask(PasswordAuthentication credentials) {
        return credentials.getPassword().length == 0 ? "" : ":***";
    }

    private static RestLocation unix(String url, Map<String, String> environment) throws BackendException.Rejected {
        String rest = url.substring(UNIX.length());
        int colon = rest.indexOf(':');
        String socket = colon < 0 ? rest.substring(0, rest.length() - 1) : rest.substring(0, colon);
        String path = colon < 0 ? "/" : rest.substring(colon + 1);
        if (socket.isEmpty() || !path.startsWith("/")) {
            throw new BackendException.Rejected(
                    "the socket of a REST server cannot be understood;"
                            + " it should look like rest:http+unix:///run/rest.sock:/path/",
                    null);
        }
        return new RestLocation(
                uri("http://localhost" + path),
                Optional.of(Path.of(socket)),
                RestCredentials.in(environment).map(UserInfo::basic),
                "rest:" + url);
    }

    /** The message leaves the address out: it may hold a password. */
    private static URI uri(String text) throws BackendException.Rejected {
        try {
            return URI.create(new URI(text.replace(" ", "%20")).toASCIIString());
        } catch (URISyntaxException _) {
            throw rejected("the address of a REST server cannot be understood; in user and password,"
                    + " characters such as / # % and @ must be escaped, as %2F %23 %25 and %40");
        }
    }

    private static BackendException.Rejected rejected(String reason) {
        return new BackendException.Rejected(reason + "; " + HINT, null);
    }

    /** The address of something in the repository. */
    URI resolve(String path) {
        return URI.create(base + path);
    }

    /** The address may be secret in parts. */
    @Override
    public String toString() {
        return display;
    }
}
