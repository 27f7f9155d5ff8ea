package dev.coffer.backend.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.contract.SelfSigned;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.concurrent.FutureTask;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerCertificateTest {

    @TempDir
    Path folder;

    private SelfSigned server;

    @BeforeEach
    void makeCertificate() {
        server = SelfSigned.create(folder, "server", "IP:127.0.0.1");
    }

    /** What a client that trusts anybody gets to see. */
    private static String certificateShownBy(SSLContext context) throws Exception {
        try (SSLServerSocket listening = (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(new FutureTask<>(() -> {
                try (SSLSocket accepted = (SSLSocket) listening.accept()) {
                    accepted.startHandshake();
                    return accepted.getInputStream().read();
                }
            }));
            SSLContext trusting = SSLContext.getInstance("TLS");
            trusting.init(null, new TrustAnybody[] {new TrustAnybody()}, null);
            try (SSLSocket client = (SSLSocket) trusting.getSocketFactory()
                    .createSocket(InetAddress.getLoopbackAddress(), listening.getLocalPort())) {
                client.startHandshake();
                return client.getSession().getPeerPrincipal().getName();
            }
        }
    }

    @Test
    void a_server_shows_the_certificate() throws Exception {
        SSLContext context = ServerCertificate.load(
                server.certificate().toString(), server.key().toString());

        assertThat(certificateShownBy(context)).isEqualTo("CN=server");
    }

    @Test
    void certificate_and_key_may_be_in_one_file() throws IOException {
        String both = server.both().toString();

        assertThat(ServerCertificate.load(both, both)).isNotNull();
    }

    @Test
    void the_key_of_another_certificate_is_refused() {
        SelfSigned other = SelfSigned.create(folder, "other", "IP:127.0.0.1");

        assertThatExceptionOfType(BackendException.Rejected.class)
                .isThrownBy(() -> ServerCertificate.load(
                        server.certificate().toString(), other.key().toString()))
                .withMessageContaining("other.key is not that of the first certificate in")
                .withMessageContaining("server.crt");
    }

    @Test
    void a_file_that_cannot_be_read_is_named() {
        assertThatExceptionOfType(BackendException.Rejected.class)
                .isThrownBy(() -> ServerCertificate.load(server.certificate().toString(), "/none/key.pem"))
                .withMessageContaining("--tls-key")
                .withMessageContaining("/none/key.pem");
    }
}
