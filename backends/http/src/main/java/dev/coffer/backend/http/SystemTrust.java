package dev.coffer.backend.http;

import dev.coffer.backend.BackendException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Trusts what the JDK trusts, and what the administrator of this machine trusts. The latter's certificates are in one file
 * of the system (or in {@code SSL_CERT_FILE}); it is long, so it is read only if the JDK's do not suffice. Those are read when
 * the first server shows its certificate.
 */
final class SystemTrust extends X509ExtendedTrustManager {

    private static final List<Path> BUNDLES = Stream.of(
                    "/etc/ssl/certs/ca-certificates.crt",
                    "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",
                    "/etc/pki/tls/certs/ca-bundle.crt",
                    "/etc/ssl/ca-bundle.pem",
                    "/etc/ssl/cert.pem")
            .map(Path::of)
            .toList();

    private final Optional<Path> bundle;
    private @Nullable X509ExtendedTrustManager jdk;
    private @Nullable X509ExtendedTrustManager administrator;

    SystemTrust(Map<String, String> environment) {
        this.bundle = Optional.ofNullable(environment.get("SSL_CERT_FILE"))
                .filter(file -> !file.isBlank())
                .map(Path::of)
                .or(() -> BUNDLES.stream().filter(Files::isReadable).findFirst());
    }

    private interface Check {
        void by(X509ExtendedTrustManager trust) throws CertificateException;
    }

    private void check(Check check) throws CertificateException {
        try {
            check.by(jdk());
        } catch (CertificateException e) {
            Optional<X509ExtendedTrustManager> second = administrator();
            if (second.isEmpty()) {
                throw e;
            }
            check.by(second.get());
        }
    }

    private synchronized X509ExtendedTrustManager jdk() throws CertificateException {
        if (jdk == null) {
            try {
                jdk = Trust.ofJdk();
            } catch (GeneralSecurityException e) {
                throw new CertificateException("cannot use the certificates of this Java: " + e.getMessage(), e);
            }
        }
        return jdk;
    }

    private synchronized Optional<X509ExtendedTrustManager> administrator() throws CertificateException {
        if (administrator == null && bundle.isPresent()) {
            try {
                administrator = Trust.in(
                        Pem.read("SSL_CERT_FILE", bundle.get().toString()).certificates());
            } catch (BackendException.Rejected | GeneralSecurityException e) {
                throw new CertificateException("cannot use the certificates of this system: " + e.getMessage(), e);
            }
        }
        return Optional.ofNullable(administrator);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        check(trust -> trust.checkServerTrusted(chain, authType, engine));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        check(trust -> trust.checkServerTrusted(chain, authType, socket));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        check(trust -> trust.checkServerTrusted(chain, authType));
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        check(trust -> trust.checkClientTrusted(chain, authType, engine));
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        check(trust -> trust.checkClientTrusted(chain, authType, socket));
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        check(trust -> trust.checkClientTrusted(chain, authType));
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
