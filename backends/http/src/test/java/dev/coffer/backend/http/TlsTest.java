package dev.coffer.backend.http;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import dev.coffer.backend.BackendException;
import dev.coffer.backend.BackendOptions;
import dev.coffer.backend.contract.SelfSigned;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Requests to a server of HTTPS. */
@Timeout(60)
class TlsTest {

    private static final String PASSWORD = "changeit";

    @TempDir
    private static Path folder;

    private static SelfSigned local;
    private static SelfSigned other;
    private static SelfSigned client;

    private HttpsServer server;

    @BeforeAll
    static void makeCertificates() {
        local = SelfSigned.create(folder, "local", "IP:127.0.0.1");
        other = SelfSigned.create(folder, "other", "DNS:other.example");
        client = SelfSigned.create(folder, "client", "DNS:client.example");
    }

    private void start(SelfSigned certificate, boolean wantsClient) throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(keyStore(certificate), PASSWORD.toCharArray());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        KeyStore clients = KeyStore.getInstance("PKCS12");
        clients.load(null, null);
        clients.setCertificateEntry("client", keyStore(client).getCertificate("1"));
        trust.init(clients);
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters wanted = context.getDefaultSSLParameters();
                wanted.setNeedClientAuth(wantsClient);
                parameters.setSSLParameters(wanted);
            }
        });
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
    }

    private static KeyStore keyStore(SelfSigned certificate) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(certificate.keyStore(PASSWORD))) {
            store.load(in, PASSWORD.toCharArray());
        }
        return store;
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void get(Map<String, String> options, Map<String, String> environment) throws IOException {
        URI uri = URI.create("https://127.0.0.1:" + server.getAddress().getPort() + "/");
        try (Http http = Http.of(HttpSettings.of(new BackendOptions(options, environment)));
                HttpAnswer answer = http.send("load it", HttpCall.get(uri))) {
            answer.orThrow().discard();
        }
    }

    @Test
    void a_server_that_nobody_vouches_for_is_refused_at_once() throws Exception {
        start(local, false);

        assertThatThrownBy(() -> get(Map.of(), Map.of()))
                .isInstanceOf(BackendException.Rejected.class)
                .hasMessageContaining("--cacert");
    }

    @Test
    void a_certificate_can_be_trusted_by_option_and_by_variable() throws Exception {
        start(local, false);
        String files = other.certificate() + "," + local.certificate();
        String text = Files.readString(local.certificate());

        assertThatCode(() -> get(Map.of("http.cacert", files), Map.of())).doesNotThrowAnyException();
        assertThatCode(() -> get(Map.of(), Map.of("CA_CERT_DATA", text))).doesNotThrowAnyException();
        assertThatThrownBy(
                        () -> get(Map.of("http.cacert", other.certificate().toString()), Map.of("CA_CERT_DATA", text)))
                .isInstanceOf(BackendException.Rejected.class);
    }

    @Test
    void what_the_administrator_trusts_is_trusted() throws Exception {
        start(local, false);

        assertThatCode(() -> get(
                        Map.of(), Map.of("SSL_CERT_FILE", local.certificate().toString())))
                .doesNotThrowAnyException();
    }

    @Test
    void a_certificate_for_another_host_is_refused() throws Exception {
        start(other, false);

        assertThatThrownBy(() -> get(Map.of("http.cacert", other.certificate().toString()), Map.of()))
                .isInstanceOf(BackendException.Rejected.class);
    }

    @Test
    void who_does_not_care_gets_through_to_anybody() throws Exception {
        start(other, false);

        assertThatCode(() -> get(Map.of("http.insecure-tls", "true"), Map.of())).doesNotThrowAnyException();
    }

    @Test
    void a_server_may_want_a_certificate_of_ours() throws Exception {
        start(local, true);
        String trusted = local.certificate().toString();

        assertThatCode(() -> get(
                        Map.of(
                                "http.cacert",
                                trusted,
                                "http.tls-client-cert",
                                client.both().toString()),
                        Map.of()))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> get(Map.of("http.cacert", trusted), Map.of())).isInstanceOf(BackendException.class);
    }
}
