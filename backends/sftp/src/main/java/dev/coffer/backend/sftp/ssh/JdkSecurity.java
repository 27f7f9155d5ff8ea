package dev.coffer.backend.sftp.ssh;

import java.security.Provider;
import java.security.Security;
import java.util.Optional;
import org.apache.sshd.common.util.security.AbstractSecurityProviderRegistrar;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.common.util.security.eddsa.generic.EdDSASupport;

/** Tells the SSH library that the JDK's elliptic curves include Ed25519. */
final class JdkSecurity extends AbstractSecurityProviderRegistrar {

    private static final String PROVIDER = "SunEC";

    private JdkSecurity() {
        super(PROVIDER);
    }

    /** To be called before anything else of the library is used, since it looks for supported keys only once. */
    static void register() {
        SecurityUtils.registerSecurityProvider(new JdkSecurity());
    }

    @Override
    public boolean isSupported() {
        return Security.getProvider(PROVIDER) != null;
    }

    @Override
    public Provider getSecurityProvider() {
        return Security.getProvider(PROVIDER);
    }

    /** Everything else is found in the usual order of the JDK's providers. */
    @Override
    public boolean isSecurityEntitySupported(Class<?> entityType, String name) {
        return false;
    }

    @Override
    public Optional<EdDSASupport<?, ?>> getEdDSASupport() {
        return Optional.of(new Ed25519Support());
    }
}
