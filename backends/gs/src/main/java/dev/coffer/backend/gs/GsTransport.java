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

/**
 * Connections for Google's client: with the TLS and the proxies that the user has asked for. They are those of the JDK, and not
 * those of the other stores, as the client writes what it sends into a stream of its own accord.
 */
final class GsTransport {

    private static final String TUNNEL_SCHEMES = "jdk.http.auth.tunneling.disabledSchemes";

    private GsTransport() {}

    static HttpTransportFactory of(HttpSettings settings) {
        allowPasswordsInTunnels();
        NetHttpTransport.Builder builder = new NetHttpTransport.Builder()
                .setSslSocketFactory(settings.tls().context().getSocketFactory())
                .setConnectionFactory(url -> connect(url, settings));
        if (settings.tls().insecure()) {
            builder.setHostnameVerifier((_, _) -> true);
        }
        HttpTransport transport = builder.build();
        return () -> transport;
    }

    /**
     * The JDK sends no password to a proxy that tunnels TLS, unless the whole process is told, before it first uses one, that it
     * may. Whoever writes a password into the environment has decided that it may.
     */
    private static void allowPasswordsInTunnels() {
        if (System.getProperty(TUNNEL_SCHEMES) == null) {
            System.setProperty(TUNNEL_SCHEMES, "");
        }
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
