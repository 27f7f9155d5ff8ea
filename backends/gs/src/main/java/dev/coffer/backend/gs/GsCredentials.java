package dev.coffer.backend.gs;

import com.google.auth.Credentials;
import com.google.auth.http.HttpTransportFactory;
import com.google.auth.oauth2.ComputeEngineCredentials;
import com.google.auth.oauth2.GoogleCredentials;
import com.google.cloud.NoCredentials;
import dev.coffer.backend.BackendException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Finds out as whom to ask. The first of these counts: a token, a file with credentials, the content of such a file, nobody
 * (for an emulator), the file that {@code gcloud} writes, and the service account of this machine. A file may name a service
 * account, a user, or an identity of another cloud or cluster that Google trusts (workload identity).
 *
 * @param environment the user's variables
 * @param transport for requests for tokens
 */
record GsCredentials(Map<String, String> environment, HttpTransportFactory transport) {

    private static final String SCOPE = "https://www.googleapis.com/auth/devstorage.read_write";
    private static final String TOKEN = "GOOGLE_ACCESS_TOKEN";
    private static final String FILE = "GOOGLE_APPLICATION_CREDENTIALS";
    private static final String CONTENT = "GOOGLE_SERVICE_ACCOUNT_JSON_KEY";

    /** @param emulator whether the server wants none */
    Credentials choose(boolean emulator) throws BackendException {
        Optional<String> token = variable(TOKEN);
        if (token.isPresent()) {
            return new GivenToken(token.get().strip());
        }
        Optional<String> file = variable(FILE);
        if (file.isPresent()) {
            return parse(read(file.get()), "the file that " + FILE + " names");
        }
        Optional<String> content = variable(CONTENT);
        if (content.isPresent()) {
            return parse(content.get().getBytes(StandardCharsets.UTF_8), CONTENT);
        }
        return emulator ? NoCredentials.getInstance() : applicationDefault();
    }

    private Credentials applicationDefault() throws BackendException {
        Path file = Path.of(configuration(), "application_default_credentials.json");
        if (Files.isRegularFile(file)) {
            return parse(read(file.toString()), file.toString());
        }
        return scoped(ComputeEngineCredentials.newBuilder()
                .setHttpTransportFactory(transport)
                .build());
    }

    /** The folder of {@code gcloud}. */
    private String configuration() {
        return variable("CLOUDSDK_CONFIG")
                .or(() -> variable("APPDATA").map(folder -> folder + "/gcloud"))
                .orElseGet(() -> variable("HOME").orElse(".") + "/.config/gcloud");
    }

    private static byte[] read(String file) throws BackendException {
        try {
            return Files.readAllBytes(Path.of(file));
        } catch (IOException | InvalidPathException e) {
            throw new BackendException.Denied("cannot read the credentials in " + file + ": " + e, e);
        }
    }

    private Credentials parse(byte[] json, String source) throws BackendException {
        try {
            return scoped(GoogleCredentials.fromStream(new ByteArrayInputStream(json), transport));
        } catch (IOException | RuntimeException e) {
            throw new BackendException.Denied("no credentials can be read from " + source + ": " + e.getMessage(), e);
        }
    }

    /** Whoever makes our requests again does the same for those for tokens. */
    private static Credentials scoped(GoogleCredentials credentials) {
        return credentials.createScoped(SCOPE).createWithCustomRetryStrategy(false);
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }
}
