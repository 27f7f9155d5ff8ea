package dev.coffer.backend.gs;

import dev.coffer.backend.contract.SelfSigned;
import dev.coffer.backend.contract.StubReply;
import dev.coffer.backend.contract.StubRequest;
import dev.coffer.backend.contract.StubServer;
import dev.coffer.backend.http.Json;
import java.io.Closeable;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * Stands in for the services that give tokens to service accounts ({@code /token}) and to workloads of others
 * ({@code /exchange}).
 */
final class FakeLogin implements Closeable {

    /** What the cluster of a workload has written into its file. */
    static final String WORD = "eyJ.word of a cluster";

    private static final String SCOPE = "https://www.googleapis.com/auth/devstorage.read_write";
    private static final String AUDIENCE = "https://oauth2.googleapis.com/token";
    private static final String STORE_PASSWORD = "password";

    private final KeyPair keys;
    private final SelfSigned certificate;
    private final Queue<String> tokens = new ConcurrentLinkedQueue<>();
    private final StubServer server;

    /** @param folder for the certificate of the server */
    FakeLogin(Path folder) throws IOException, GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        keys = generator.generateKeyPair();
        certificate = SelfSigned.create(folder, "login", "IP:127.0.0.1");
        server = StubServer.https(context(certificate), this::answer);
    }

    private static SSLContext context(SelfSigned certificate) throws IOException, GeneralSecurityException {
        char[] password = STORE_PASSWORD.toCharArray();
        KeyStore store =
                KeyStore.getInstance(certificate.keyStore(STORE_PASSWORD).toFile(), password);
        KeyManagerFactory keyManagers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keyManagers.init(store, password);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keyManagers.getKeyManagers(), null, null);
        return context;
    }

    /** A file with the certificate of the server, to be trusted. */
    Path certificate() {
        return certificate.certificate();
    }

    /** The next login gets this token. Without any left, the service is busy. */
    FakeLogin next(String token) {
        tokens.add(token);
        return this;
    }

    /** A key of a service account, as it is downloaded. */
    Json serviceAccount() {
        String key = Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(keys.getPrivate().getEncoded());
        return Json.object("type", Json.of("service_account"))
                .with("project_id", Json.of("project-of-account"))
                .with("private_key_id", Json.of("1f2e"))
                .with("private_key", Json.of("-----BEGIN PRIVATE KEY-----\n" + key + "\n-----END PRIVATE KEY-----\n"))
                .with("client_email", Json.of("backup@project-of-account.iam.gserviceaccount.com"))
                .with("client_id", Json.of("123"))
                .with("token_uri", Json.of(server.url() + "/token"));
    }

    /** A configuration for a workload elsewhere whose cluster writes its word into a file. */
    Json workload(String file) {
        return Json.object("type", Json.of("external_account"))
                .with(
                        "audience",
                        Json.of("//iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/a/providers/b"))
                .with("subject_token_type", Json.of("urn:ietf:params:oauth:token-type:jwt"))
                .with("token_url", Json.of(server.url() + "/exchange"))
                .with("credential_source", Json.object("file", Json.of(file)));
    }

    private StubReply answer(StubRequest request) {
        Map<String, String> form = form(request);
        boolean known = request.path().equals("/token")
                ? isSigned(form.getOrDefault("assertion", ""))
                : form.getOrDefault("subject_token", "").equals(WORD);
        if (!known) {
            return StubReply.of(400, "{\"error\":\"invalid_grant\",\"error_description\":\"Invalid JWT Signature.\"}")
                    .header("Content-Type", "application/json");
        }
        String token = tokens.poll();
        return token == null ? StubReply.of(503) : FakeReplies.json(answer(token));
    }

    private static Json answer(String token) {
        return Json.object("access_token", Json.of(token))
                .with("token_type", Json.of("Bearer"))
                .with("issued_token_type", Json.of("urn:ietf:params:oauth:token-type:access_token"))
                .with("expires_in", Json.of(3600));
    }

    private boolean isSigned(String assertion) {
        String[] parts = assertion.split("\\.");
        if (parts.length != 3) {
            return false;
        }
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(keys.getPublic());
            signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
            Json claims = FakeRequest.parse(Base64.getUrlDecoder().decode(parts[1]));
            return signature.verify(Base64.getUrlDecoder().decode(parts[2]))
                    && claims.text("scope").filter(SCOPE::equals).isPresent()
                    && claims.text("aud").filter(AUDIENCE::equals).isPresent();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static Map<String, String> form(StubRequest request) {
        return Arrays.stream(new String(request.body(), StandardCharsets.UTF_8).split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    @Override
    public void close() {
        server.close();
    }
}
