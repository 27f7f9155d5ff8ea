package dev.coffer.backend.http;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.BackendOptions;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Whom TLS trusts, and who we are. The options are {@code http.cacert} (PEM files, separated by commas, trusted instead of
 * the system's certificates), {@code http.tls-client-cert} (a PEM file with certificate and private key) and
 * {@code http.insecure-tls}. Without {@code http.cacert}, the certificates in the variable {@code CA_CERT_DATA} count.
 */
public final class TlsSettings {

    private final X509ExtendedTrustManager trust;
    private final KeyManager[] keys;
    private final boolean insecure;
    private @Nullable SSLContext context;

    private TlsSettings(X509ExtendedTrustManager trust, KeyManager[] keys, boolean insecure) {
        this.trust = trust;
        this.keys = keys;
        this.insecure = insecure;
    }

    static TlsSettings of(BackendOptions options) throws BackendException.Rejected {
        boolean insecure =
                options.option("http.insecure-tls").map(Boolean::parseBoolean).orElse(false);
        Optional<String> client = options.option("http.tls-client-cert");
        try {
            return new TlsSettings(
                    insecure ? new TrustAnybody() : Trust.of(options),
                    client.isEmpty() ? new KeyManager[0] : ClientCertificate.load(client.get()),
                    insecure);
        } catch (GeneralSecurityException e) {
            throw new BackendException.Rejected("cannot set up TLS: " + e.getMessage(), e);
        }
    }

    /** Made when it is first asked for: that takes time, which nobody needs to spend who does without TLS. */
    public synchronized SSLContext context() {
        SSLContext made = context == null ? make() : context;
        context = made;
        return made;
    }

    private SSLContext make() {
        try {
            SSLContext made = SSLContext.getInstance("TLS");
            made.init(keys, trustManagers(), null);
            return made;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has TLS", e);
        }
    }

    /** The one trust manager, as most libraries want it. */
    public TrustManager[] trustManagers() {
        return new TrustManager[] {trust};
    }

    /** Empty if there is no client certificate. */
    public KeyManager[] keyManagers() {
        return keys.clone();
    }

    /** Whether anybody is trusted. Host names are not to be checked then either. */
    public boolean insecure() {
        return insecure;
    }
}
