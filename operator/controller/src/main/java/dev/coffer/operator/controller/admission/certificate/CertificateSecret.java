package dev.coffer.operator.controller.admission.certificate;

import io.fabric8.kubernetes.api.model.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Certificates as the data of a Secret: {@code tls.crt} and {@code tls.key} as elsewhere, and the authorities beside them. */
final class CertificateSecret {

    private static final String AUTHORITIES = "ca.crt";
    private static final String AUTHORITY_KEY = "ca.key";
    private static final String SERVING = "tls.crt";
    private static final String SERVING_KEY = "tls.key";

    private CertificateSecret() {}

    static Map<String, String> write(Certificates certificates) {
        IssuedCertificate serving = certificates.serving();
        return Map.of(
                AUTHORITIES, encode(certificates.bundle()),
                AUTHORITY_KEY, encode(Pem.key(certificates.authorityKey())),
                SERVING, encode(Pem.certificates(List.of(serving.certificate()))),
                SERVING_KEY, encode(Pem.key(serving.key())));
    }

    /** What a Secret holds; empty if that is of no use, as after somebody has changed a part of it. */
    static Optional<Certificates> read(Secret secret) {
        Map<String, String> data = secret.getData() == null ? Map.of() : secret.getData();
        try {
            List<X509Certificate> authorities = Pem.readCertificates(decode(data, AUTHORITIES));
            List<X509Certificate> serving = Pem.readCertificates(decode(data, SERVING));
            PrivateKey authorityKey = Pem.readKey(decode(data, AUTHORITY_KEY));
            PrivateKey servingKey = Pem.readKey(decode(data, SERVING_KEY));
            boolean whole = !authorities.isEmpty()
                    && !serving.isEmpty()
                    && belong(authorities.getLast(), authorityKey)
                    && belong(serving.getFirst(), servingKey);
            return whole
                    ? Optional.of(new Certificates(
                            authorities, authorityKey, new IssuedCertificate(serving.getFirst(), servingKey)))
                    : Optional.empty();
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean belong(X509Certificate certificate, PrivateKey key) throws GeneralSecurityException {
        byte[] message = certificate.getEncoded();
        Signature signer = Signature.getInstance(Issuer.SIGNATURE);
        signer.initSign(key);
        signer.update(message);
        byte[] signature = signer.sign();
        signer.initVerify(certificate.getPublicKey());
        signer.update(message);
        return signer.verify(signature);
    }

    private static String encode(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String decode(Map<String, String> data, String key) {
        return new String(Base64.getDecoder().decode(data.getOrDefault(key, "")), StandardCharsets.UTF_8);
    }
}
