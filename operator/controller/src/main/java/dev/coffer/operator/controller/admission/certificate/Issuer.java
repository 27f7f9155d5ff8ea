package dev.coffer.operator.controller.admission.certificate;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.IPAddress;

/** Makes certificates, with keys on the curve P-256. */
final class Issuer {

    static final String KEY_ALGORITHM = "EC";
    static final String SIGNATURE = "SHA256withECDSA";

    /** Certificates count from a little before they are made, as the API server's clock may be behind. */
    static final Duration CLOCK_SKEW = Duration.ofHours(1);

    static final Duration AUTHORITY_LIFE = Duration.ofDays(3 * 365);
    static final Duration SERVING_LIFE = Duration.ofDays(365);

    private static final int SERIAL_BITS = 127;

    private final SecureRandom random = new SecureRandom();

    /** A new authority, which trusts no other. Its name is its own: authorities of one name could be taken for each other. */
    IssuedCertificate authority(Instant now) {
        KeyPair pair = newKeyPair();
        BigInteger serial = newSerial();
        X500Name name = new X500Name("CN=coffer-operator-ca-" + serial.toString(Character.MAX_RADIX));
        try {
            X509v3CertificateBuilder builder = builder(name, name, serial, now, AUTHORITY_LIFE, pair)
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
                    .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign))
                    .addExtension(
                            Extension.subjectKeyIdentifier,
                            false,
                            new JcaX509ExtensionUtils().createSubjectKeyIdentifier(pair.getPublic()));
            return sign(builder, pair, pair);
        } catch (CertIOException | GeneralSecurityException e) {
            throw new IllegalStateException("No certificate of an authority can be made", e);
        }
    }

    /** A certificate for a server with these names or addresses. */
    IssuedCertificate serving(IssuedCertificate authority, List<String> names, Instant now) {
        KeyPair pair = newKeyPair();
        X509Certificate issuer = authority.certificate();
        try {
            JcaX509ExtensionUtils identifiers = new JcaX509ExtensionUtils();
            X509v3CertificateBuilder builder = builder(
                            X500Name.getInstance(
                                    issuer.getSubjectX500Principal().getEncoded()),
                            new X500Name("CN=coffer-operator"),
                            newSerial(),
                            now,
                            SERVING_LIFE,
                            pair)
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                    .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                    .addExtension(
                            Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth))
                    .addExtension(
                            Extension.authorityKeyIdentifier,
                            false,
                            identifiers.createAuthorityKeyIdentifier(issuer.getPublicKey()))
                    .addExtension(Extension.subjectAlternativeName, false, alternatives(names));
            return sign(builder, new KeyPair(issuer.getPublicKey(), authority.key()), pair);
        } catch (CertIOException | GeneralSecurityException e) {
            throw new IllegalStateException("No certificate for " + names + " can be made", e);
        }
    }

    private static X509v3CertificateBuilder builder(
            X500Name issuer, X500Name subject, BigInteger serial, Instant now, Duration life, KeyPair pair) {
        return new JcaX509v3CertificateBuilder(
                issuer, serial, Date.from(now.minus(CLOCK_SKEW)), Date.from(now.plus(life)), subject, pair.getPublic());
    }

    private static IssuedCertificate sign(X509v3CertificateBuilder builder, KeyPair authority, KeyPair own)
            throws GeneralSecurityException {
        try {
            X509Certificate certificate = new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(new JcaContentSignerBuilder(SIGNATURE).build(authority.getPrivate())));
            return new IssuedCertificate(certificate, own.getPrivate());
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException(e);
        }
    }

    private static GeneralNames alternatives(List<String> names) {
        return new GeneralNames(names.stream()
                .map(name ->
                        new GeneralName(IPAddress.isValid(name) ? GeneralName.iPAddress : GeneralName.dNSName, name))
                .toArray(GeneralName[]::new));
    }

    private BigInteger newSerial() {
        return new BigInteger(SERIAL_BITS, random).setBit(SERIAL_BITS - 1);
    }

    private KeyPair newKeyPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(KEY_ALGORITHM);
            generator.initialize(new ECGenParameterSpec("secp256r1"), random);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no elliptic curves", e);
        }
    }
}
