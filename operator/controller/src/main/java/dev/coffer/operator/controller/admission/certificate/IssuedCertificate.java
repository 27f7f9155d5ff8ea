package dev.coffer.operator.controller.admission.certificate;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/** A certificate, and the key that it is about. */
record IssuedCertificate(X509Certificate certificate, PrivateKey key) {}
