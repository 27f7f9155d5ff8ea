package dev.coffer.operator.controller.admission.certificate;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/**
 * Lets a server show a certificate that can be replaced while it runs: connections that come later get the new one. Safe for use
 * by several threads.
 */
public final class RenewedKeyManager extends X509ExtendedKeyManager {

    /** The one that is shown, and the one before it: a connection that has chosen that is yet to ask for its key. */
    private volatile List<IssuedCertificate> latest;

    /** Shows what those have. */
    public RenewedKeyManager(Certificates certificates) {
        this.latest = List.of(certificates.serving());
    }

    /** Shows what those have from now on. */
    public void use(Certificates certificates) {
        IssuedCertificate shown = latest.getFirst();
        if (!certificates.serving().equals(shown)) {
            latest = List.of(certificates.serving(), shown);
        }
    }

    /** A context for servers that show it. */
    public SSLContext context() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(new KeyManager[] {this}, new TrustManager[0], new SecureRandom());
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no TLS", e);
        }
    }

    @Override
    public @Nullable String chooseEngineServerAlias(
            String keyType, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
        return Issuer.KEY_ALGORITHM.equals(keyType) ? alias(latest.getFirst()) : null;
    }

    @Override
    public @Nullable String chooseServerAlias(String keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return chooseEngineServerAlias(keyType, issuers, null);
    }

    @Override
    public String @Nullable [] getServerAliases(String keyType, Principal @Nullable [] issuers) {
        String alias = chooseEngineServerAlias(keyType, issuers, null);
        return alias == null ? null : new String[] {alias};
    }

    @Override
    public X509Certificate @Nullable [] getCertificateChain(String alias) {
        return find(alias)
                .map(found -> new X509Certificate[] {found.certificate()})
                .orElse(null);
    }

    @Override
    public @Nullable PrivateKey getPrivateKey(String alias) {
        return find(alias).map(IssuedCertificate::key).orElse(null);
    }

    @Override
    public String @Nullable [] getClientAliases(String keyType, Principal @Nullable [] issuers) {
        return null;
    }

    @Override
    public @Nullable String chooseClientAlias(
            String[] keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return null;
    }

    private Optional<IssuedCertificate> find(String alias) {
        return latest.stream().filter(found -> alias(found).equals(alias)).findFirst();
    }

    private static String alias(IssuedCertificate certificate) {
        return certificate.certificate().getSerialNumber().toString(Character.MAX_RADIX);
    }
}
