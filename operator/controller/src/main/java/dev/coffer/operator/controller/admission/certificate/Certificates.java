package dev.coffer.operator.controller.admission.certificate;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * All there is of certificates at one time.
 *
 * @param trusted certificates of authorities, oldest first
 * @param authorityKey key of the last of them, the only one that signs
 * @param serving what the webhook shows, signed by one of them
 */
public record Certificates(List<X509Certificate> trusted, PrivateKey authorityKey, IssuedCertificate serving) {

    public Certificates {
        trusted = List.copyOf(trusted);
    }

    /** What the API server is to trust, in PEM. */
    public String bundle() {
        return Pem.certificates(trusted);
    }

    IssuedCertificate authority() {
        return new IssuedCertificate(trusted.getLast(), authorityKey);
    }
}
