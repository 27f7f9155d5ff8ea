package dev.coffer.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.backend.contract.SelfSigned;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Random;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With encrypted connections. */
class TlsTest {

    private static final String PASSWORD = "changeit";

    @TempDir
    Path temporary;

    private final MemoryRepositories repositories = new MemoryRepositories();

    @SuppressWarnings("NullAway.Init") // before each test
    private SSLContext tls;

    /** One certificate, which the client trusts and the server has. */
    @BeforeEach
    void makeCertificate() throws IOException, GeneralSecurityException {
        Path file = SelfSigned.create(temporary, "server", "IP:127.0.0.1").keyStore(PASSWORD);
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream stream = Files.newInputStream(file)) {
            store.load(stream, PASSWORD.toCharArray());
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusting(store));
        tls = SSLContext.getInstance("TLS");
        tls.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    }

    private static KeyStore trusting(KeyStore own) throws GeneralSecurityException, IOException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("server", own.getCertificate(own.aliases().nextElement()));
        return trusted;
    }

    @Test
    void large_files_come_and_go() throws Exception {
        repositories.at("alice");
        byte[] pack = new byte[20 << 20];
        new Random(1).nextBytes(pack);
        ServerSettings settings = TestServer.settings(temporary).withTls(tls);
        try (RestServer server = RestServer.start(settings, repositories);
                HttpClient client = HttpClient.newBuilder().sslContext(tls).build()) {
            URI uri = URI.create(
                    "https://127.0.0.1:" + server.address().getPort() + "/alice/data/" + TestServer.nameOf(pack));
            HttpRequest upload = HttpRequest.newBuilder(uri)
                    .POST(HttpRequest.BodyPublishers.ofByteArray(pack))
                    .build();
            assertThat(client.send(upload, HttpResponse.BodyHandlers.ofString()).statusCode())
                    .isEqualTo(200);

            HttpRequest download = HttpRequest.newBuilder(uri).build();
            assertThat(client.send(download, HttpResponse.BodyHandlers.ofByteArray())
                            .body())
                    .isEqualTo(pack);
        }
    }
}
