package dev.coffer.backend.http;

import dev.coffer.backend.BackendException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;

/** The option {@code http.tls-client-cert}: a PEM file with our certificate, those that lead to it, and its private key. */
final class ClientCertificate {

    private static final String OPTION = "http.tls-client-cert";

    private ClientCertificate() {}

    static KeyManager[] load(String file) throws BackendException.Rejected, GeneralSecurityException {
        Pem pem = Pem.read(OPTION, file);
        X509Certificate[] chain = pem.certificates().toArray(X509Certificate[]::new);
        char[] password = new char[0];
        KeyStore store = KeyStores.empty();
        store.setKeyEntry("client", pem.privateKey(), password, chain);
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, password);
        return factory.getKeyManagers();
    }
}
