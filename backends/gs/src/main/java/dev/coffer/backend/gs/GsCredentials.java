package dev.coffer.backend.gs;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.BackendOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Finds out as whom to ask. The first of these counts: a token, a file with credentials, the content of such a file, nobody
 * (for an emulator), the file that {@code gcloud} writes, and the service account of this machine.
 */
record GsCredentials(BackendOptions options) {

    private static final String TOKEN = "GOOGLE_ACCESS_TOKEN";
    private static final String FILE = "GOOGLE_APPLICATION_CREDENTIALS";
    private static final String CONTENT = "GOOGLE_SERVICE_ACCOUNT_JSON_KEY";

    static GsAuthorization of(BackendOptions options, boolean emulator) throws BackendException {
        return new GsCredentials(options).choose(emulator);
    }

    private GsAuthorization choose(boolean emulator) throws BackendException {
        Optional<String> token = options.variable(TOKEN);
        if (token.isPresent()) {
            return GsAuthorization.token(token.get());
        }
        Optional<String> file = options.variable(FILE);
        if (file.isPresent()) {
            return GoogleLogin.with(read(file.get()), "the file that " + FILE + " names", options);
        }
        Optional<String> content = options.variable(CONTENT);
        if (content.isPresent()) {
            return GoogleLogin.with(content.get().getBytes(StandardCharsets.UTF_8), CONTENT, options);
        }
        return emulator ? GsAuthorization.anonymous() : applicationDefault();
    }

    private GsAuthorization applicationDefault() throws BackendException {
        Path file = Path.of(configuration(), "application_default_credentials.json");
        return Files.isRegularFile(file)
                ? GoogleLogin.with(read(file.toString()), file.toString(), options)
                : GoogleLogin.ofThisMachine(options);
    }

    /** The folder of {@code gcloud}. */
    private String configuration() {
        return options.variable("CLOUDSDK_CONFIG")
                .or(() -> options.variable("APPDATA").map(folder -> folder + "/gcloud"))
                .orElseGet(() -> options.variable("HOME").orElse(".") + "/.config/gcloud");
    }

    private static byte[] read(String file) throws BackendException {
        try {
            return Files.readAllBytes(Path.of(file));
        } catch (IOException | InvalidPathException e) {
            throw new BackendException.Denied("cannot read the credentials in " + file + ": " + e, e);
        }
    }
}
