package dev.coffer.backend.http;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.BackendOptions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** Trust managers for certificates from several places. */
final class Trust {

    private static final String OPTION = "http.cacert";
    private static final String VARIABLE = "CA_CERT_DATA";

    private Trust() {}

    static X509ExtendedTrustManager of(BackendOptions options)
            throws BackendException.Rejected, GeneralSecurityException {
        Optional<String> files = options.option(OPTION);
        if (files.isPresent()) {
            List<X509Certificate> certificates = new ArrayList<>();
            for (String file : files.get().split(",")) {
                certificates.addAll(Pem.read(OPTION, file.strip()).certificates());
            }
            return in(certificates);
        }
        String data = options.environment().getOrDefault(VARIABLE, "");
        if (!data.isBlank()) {
            return in(Pem.parse("the variable " + VARIABLE, data).certificates());
        }
        return new SystemTrust(options.environment());
    }

    /** Trusts these and what they have signed. */
    static X509ExtendedTrustManager in(List<X509Certificate> certificates) throws GeneralSecurityException {
        KeyStore store = KeyStores.empty();
        for (int i = 0; i < certificates.size(); i++) {
            store.setCertificateEntry("ca-" + i, certificates.get(i));
        }
        return in(store);
    }

    /** Trusts what comes with the JDK, or what its system properties name instead. */
    static X509ExtendedTrustManager ofJdk() throws GeneralSecurityException {
        return in((KeyStore) null);
    }

    /** Trusts what is in a key store; without one, what comes with the JDK. */
    private static X509ExtendedTrustManager in(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509ExtendedTrustManager extended) {
                return extended;
            }
        }
        throw new GeneralSecurityException("this Java has no manager for X.509 certificates");
    }
}
