package dev.coffer.backend.http;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.BackendOptions;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** What all stores that are reached by HTTP are told alike. Immutable. */
public final class HttpSettings {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(30);

    private final TlsSettings tls;
    private final Proxies proxies;
    private final String userAgent;
    private final Map<String, String> headers;
    private final Duration stallLimit;

    private HttpSettings(
            TlsSettings tls, Proxies proxies, String userAgent, Map<String, String> headers, Duration stallLimit) {
        this.tls = tls;
        this.proxies = proxies;
        this.userAgent = userAgent;
        this.headers = Map.copyOf(headers);
        this.stallLimit = stallLimit;
    }

    /**
     * Reads the options {@code http.*} and the environment.
     *
     * @throws BackendException.Rejected if one of them makes no sense, or names a file that cannot be used
     */
    public static HttpSettings of(BackendOptions options) throws BackendException.Rejected {
        return new HttpSettings(
                TlsSettings.of(options),
                Proxies.of(options.environment()),
                options.option("http.user-agent").orElse("coffer"),
                CustomHeaders.of(options),
                options.stallLimit());
    }

    /** Whom to trust, and who we are. */
    public TlsSettings tls() {
        return tls;
    }

    /** What we call ourselves. */
    public String userAgent() {
        return userAgent;
    }

    /** Further headers for every request, from options {@code http.header.<Name>}. They may hold secrets. */
    public Map<String, String> headers() {
        return headers;
    }

    /** How long a request may go without a byte moving. */
    public Duration stallLimit() {
        return stallLimit;
    }

    /** How long to wait for a connection. */
    public Duration connectTimeout() {
        return CONNECT_TIMEOUT;
    }

    /** The proxy for an address, its name not looked up yet; empty if the address is to be reached directly. */
    public Optional<InetSocketAddress> proxyFor(URI target) {
        return proxies.proxyFor(target).map(Proxies.HttpProxy::address);
    }

    /** User and password of the proxy for an address, if it wants them. */
    public Optional<PasswordAuthentication> proxyCredentials(URI target) {
        return proxies.proxyFor(target).flatMap(Proxies.HttpProxy::credentials);
    }
}
