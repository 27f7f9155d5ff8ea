package dev.coffer.backend.gs;

import com.google.api.client.http.HttpTransport;
import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.auth.http.HttpTransportFactory;
import dev.coffer.backend.http.HttpSettings;
import java.io.IOException;
import java.net.Authenticator;
import java.net.HttpURLConnection;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.URI;
import java.net.URL;
import org.jspecify.annotations.Nullable;

/** Connections for Google's client: with the TLS and the proxies that the user has asked for. */
final class GsTransport {

    private GsTransport() {}

    static HttpTransportFactory of(HttpSettings settings) {
        NetHttpTransport.Builder builder = new NetHttpTransport.Builder()
                .setSslSocketFactory(settings.tls().context().getSocketFactory())
                .setConnectionFactory(url -> connect(url, settings));
        if (settings.tls().insecure()) {
            builder.setHostnameVerifier((_, _) -> true);
        }
        HttpTransport transport = builder.build();
        return () -> transport;
    }

    private static HttpURLConnection connect(URL url, HttpSettings settings) throws IOException {
        URI target = URI.create(url.toString());
        Proxy proxy = settings.proxyFor(target)
                .map(address -> new Proxy(Proxy.Type.HTTP, address))
                .orElse(Proxy.NO_PROXY);
        HttpURLConnection connection = (HttpURLConnection) url.openConnection(proxy);
        settings.proxyCredentials(target).ifPresent(known -> connection.setAuthenticator(answering(known)));
        return connection;
    }

    private static Authenticator answering(PasswordAuthentication known) {
        return new Authenticator() {
            @Override
            protected @Nullable PasswordAuthentication getPasswordAuthentication() {
                return getRequestorType() == RequestorType.PROXY ? known : null;
            }
        };
    }
}
