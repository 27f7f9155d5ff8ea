package dev.coffer.backend.http;

import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.URI;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.impl.DefaultSchemePortResolver;
import org.apache.hc.client5.http.impl.auth.BasicScheme;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/** Leads requests through the proxies that the user has asked for. Those that want a password get it with the first request. */
final class ProxyRoutes extends DefaultRoutePlanner {

    private final HttpSettings settings;

    ProxyRoutes(HttpSettings settings) {
        super(DefaultSchemePortResolver.INSTANCE);
        this.settings = settings;
    }

    @Override
    protected @Nullable HttpHost determineProxy(HttpHost target, HttpContext context) {
        URI uri = URI.create(target.toURI());
        InetSocketAddress address = settings.proxyFor(uri).orElse(null);
        if (address == null) {
            return null;
        }
        HttpHost proxy = new HttpHost(address.getHostString(), address.getPort());
        settings.proxyCredentials(uri)
                .ifPresent(known -> HttpClientContext.cast(context).resetAuthExchange(proxy, scheme(known)));
        return proxy;
    }

    private static BasicScheme scheme(PasswordAuthentication credentials) {
        BasicScheme scheme = new BasicScheme();
        scheme.initPreemptive(new UsernamePasswordCredentials(credentials.getUserName(), credentials.getPassword()));
        return scheme;
    }
}
