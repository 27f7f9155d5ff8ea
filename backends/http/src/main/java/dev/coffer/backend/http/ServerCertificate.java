package dev.coffer.backend.http;

import dev.coffer.backend.BackendException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** The certificate of a server of our own, with those that lead to it, and its private key: what it proves itself with. */
public final class ServerCertificate {

    private ServerCertificate() {}

    /**
     * Reads both from PEM files, which may be one and the same.
     *
     * @throws BackendException.Rejected if they cannot be read or used; the message says which, and why
     */
    public static SSLContext load(String certificateFile, String keyFile) throws BackendException.Rejected {
        X509Certificate[] chain =
                Pem.read("--tls-cert", certificateFile).certificates().toArray(X509Certificate[]::new);
        PrivateKey key = Pem.read("--tls-key", keyFile).privateKey();
        try {
            if (!belongTogether(key, chain[0].getPublicKey())) {
                throw new BackendException.Rejected(
                        "the private key in " + keyFile + " is not that of the first certificate in " + certificateFile,
                        null);
            }
            return context(key, chain);
        } catch (GeneralSecurityException e) {
            throw new BackendException.Rejected(
                    "cannot use the certificate in " + certificateFile + ": " + e.getMessage(), e);
        }
    }

    private static SSLContext context(PrivateKey key, X509Certificate[] chain) throws GeneralSecurityException {
        char[] password = new char[0];
        KeyStore store = KeyStores.empty();
        store.setKeyEntry("server", key, password, chain);
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, password);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        return context;
    }

    /** Whether what one signs is what the other accepts. */
    private static boolean belongTogether(PrivateKey key, PublicKey publicKey) throws GeneralSecurityException {
        if (!key.getAlgorithm().equals(publicKey.getAlgorithm())) {
            return false;
        }
        String algorithm = switch (key.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> key.getAlgorithm();
        };
        byte[] message = {1, 2, 3};
        Signature signature = Signature.getInstance(algorithm);
        signature.initSign(key);
        signature.update(message);
        byte[] signed = signature.sign();
        signature.initVerify(publicKey);
        signature.update(message);
        return signature.verify(signed);
    }
}
