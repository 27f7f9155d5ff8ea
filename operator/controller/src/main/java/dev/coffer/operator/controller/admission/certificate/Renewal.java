package dev.coffer.operator.controller.admission.certificate;

import java.security.GeneralSecurityException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Decides when certificates are renewed: as soon as two thirds of their life are over. */
final class Renewal {

    /** How long after an authority was made it is certain that every API server trusts it. */
    static final Duration SETTLING = Duration.ofHours(2);

    private static final int PART = 2;
    private static final int OF = 3;

    private final Issuer issuer;
    private final List<String> names;

    /** Certificates for a server that has all of these names. */
    Renewal(Issuer issuer, List<String> names) {
        this.issuer = issuer;
        this.names = List.copyOf(names);
    }

    /** What there should be at a time: the very same object if there is nothing to do. */
    Certificates renew(Optional<Certificates> present, Instant now) {
        return present.map(certificates -> renew(certificates, now)).orElseGet(() -> {
            IssuedCertificate authority = issuer.authority(now);
            return new Certificates(
                    List.of(authority.certificate()), authority.key(), issuer.serving(authority, names, now));
        });
    }

    private Certificates renew(Certificates present, Instant now) {
        List<X509Certificate> trusted = new ArrayList<>(present.trusted());
        trusted.removeIf(certificate -> hasExpired(certificate, now));
        IssuedCertificate authority = present.authority();
        if (isDue(authority.certificate(), now)) {
            authority = issuer.authority(now);
            trusted.add(authority.certificate());
        }
        IssuedCertificate serving = present.serving();
        boolean useless = !isUsable(serving.certificate(), trusted, now);
        if (useless || (isDue(serving.certificate(), now) && isSettled(authority.certificate(), now))) {
            serving = issuer.serving(authority, names, now);
        }
        Certificates renewed = new Certificates(trusted, authority.key(), serving);
        return renewed.equals(present) ? present : renewed;
    }

    private boolean isUsable(X509Certificate serving, List<X509Certificate> trusted, Instant now) {
        return !hasExpired(serving, now)
                && names(serving).equals(Set.copyOf(names))
                && trusted.stream().anyMatch(authority -> isSignedBy(serving, authority));
    }

    private static boolean isSignedBy(X509Certificate certificate, X509Certificate authority) {
        try {
            certificate.verify(authority.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static Set<String> names(X509Certificate certificate) {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            return names == null
                    ? Set.of()
                    : names.stream().map(name -> String.valueOf(name.get(1))).collect(Collectors.toSet());
        } catch (CertificateParsingException e) {
            return Set.of();
        }
    }

    private static boolean hasExpired(X509Certificate certificate, Instant now) {
        return !now.isBefore(certificate.getNotAfter().toInstant());
    }

    private static boolean isSettled(X509Certificate authority, Instant now) {
        return !now.isBefore(authority.getNotBefore().toInstant().plus(SETTLING));
    }

    static boolean isDue(X509Certificate certificate, Instant now) {
        Instant from = certificate.getNotBefore().toInstant();
        Duration life = Duration.between(from, certificate.getNotAfter().toInstant());
        return !now.isBefore(from.plus(life.multipliedBy(PART).dividedBy(OF)));
    }
}
