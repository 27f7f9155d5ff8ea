package dev.coffer.backend.b2;

import dev.coffer.backend.contract.SelfSigned;
import dev.coffer.backend.contract.StubServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * The stub as a program, for clients that know no address but Backblaze's own: they find it through a proxy, and trust it by
 * a certificate. Used by {@code .ci/checks/b2}.
 */
final class B2StubProgram {

    private static final String HOST = "api.backblazeb2.com";
    private static final String PASSWORD = "changeit";

    private B2StubProgram() {}

    /**
     * Says in one line where the proxy is, and serves until standard input ends.
     *
     * @param arguments a folder, where {@code api.backblazeb2.com.crt} is put
     */
    public static void main(String[] arguments) throws IOException, GeneralSecurityException {
        SelfSigned certificate = SelfSigned.create(Path.of(arguments[0]), HOST, "DNS:" + HOST);
        try (StubServer server = StubServer.https(context(certificate), new B2Stub("https"));
                TunnelProxy proxy = new TunnelProxy(server.address())) {
            System.out.println("http://127.0.0.1:" + proxy.port());
            while (System.in.read() >= 0) {
                // nothing is expected
            }
        }
    }

    private static SSLContext context(SelfSigned certificate) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(certificate.keyStore(PASSWORD))) {
            store.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
        keys.init(store, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }
}
