package dev.coffer.operator.controller.admission.certificate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Certificates for tests of other packages. */
public final class TestCertificates {

    private static final Renewal RENEWAL = new Renewal(new Issuer(), List.of("localhost"));

    private TestCertificates() {}

    /** Those of a new authority, for localhost, from now on. */
    public static Certificates make() {
        return RENEWAL.renew(Optional.empty(), Instant.now());
    }
}
