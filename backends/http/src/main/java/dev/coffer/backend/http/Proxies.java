package dev.coffer.backend.http;

import dev.coffer.backend.BackendException;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The proxies that {@code HTTP_PROXY}, {@code HTTPS_PROXY} and {@code NO_PROXY} (or the same in small letters) ask for. */
final class Proxies {

    private static final int DEFAULT_PORT = 80;

    private final Map<String, HttpProxy> byScheme;
    private final NoProxy exceptions;

    private Proxies(Map<String, HttpProxy> byScheme, NoProxy exceptions) {
        this.byScheme = byScheme;
        this.exceptions = exceptions;
    }

    /** A proxy that is spoken to by HTTP. */
    record HttpProxy(InetSocketAddress address, Optional<PasswordAuthentication> credentials) {}

    static Proxies of(Map<String, String> environment) throws BackendException.Rejected {
        Map<String, HttpProxy> byScheme = new HashMap<>();
        for (String scheme : List.of("http", "https")) {
            String name = scheme.toUpperCase(Locale.ROOT) + "_PROXY";
            Optional<String> value = variable(environment, name);
            if (value.isPresent()) {
                byScheme.put(scheme, parse(name, value.get()));
            }
        }
        return new Proxies(
                byScheme, NoProxy.parse(variable(environment, "NO_PROXY").orElse("")));
    }

    private static Optional<String> variable(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name))
                .filter(value -> !value.isBlank())
                .or(() -> Optional.ofNullable(environment.get(name.toLowerCase(Locale.ROOT))))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    /** The messages leave the value out: it may hold a password. */
    private static HttpProxy parse(String name, String value) throws BackendException.Rejected {
        URI uri;
        try {
            uri = new URI(value.contains("://") ? value : "http://" + value);
        } catch (URISyntaxException _) {
            throw new BackendException.Rejected(
                    name + " is no address of a proxy; it should look like http://proxy.example.com:3128", null);
        }
        if (!"http".equalsIgnoreCase(uri.getScheme())) {
            throw new BackendException.Rejected(
                    name + ": only proxies of the form http://host:port are supported, not " + uri.getScheme() + "://",
                    null);
        }
        if (uri.getHost() == null) {
            throw new BackendException.Rejected(
                    name + " names no host; it should look like http://proxy.example.com:3128", null);
        }
        int port = uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort();
        return new HttpProxy(
                InetSocketAddress.createUnresolved(Hosts.withoutBrackets(uri.getHost()), port), UserInfo.of(uri));
    }

    Optional<HttpProxy> proxyFor(URI target) {
        String scheme = String.valueOf(target.getScheme()).toLowerCase(Locale.ROOT);
        return Optional.ofNullable(byScheme.get(scheme)).filter(_ -> !exceptions.covers(target));
    }
}
