package dev.coffer.backend.azure;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.BackendOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** How an application proves that it is itself. */
@FunctionalInterface
interface ClientProof {

    /** Parameters of a request for a token. */
    Map<String, String> parameters() throws IOException;

    /** A secret, or else the word of a cluster; empty if there is neither. */
    static Optional<ClientProof> of(BackendOptions options) {
        Optional<ClientProof> secret = options.variable("AZURE_CLIENT_SECRET").map(ClientProof::secret);
        return secret.or(() -> options.variable("AZURE_FEDERATED_TOKEN_FILE").map(ClientProof::file));
    }

    private static ClientProof secret(String secret) {
        return () -> Map.of("client_secret", secret);
    }

    /** The word of a cluster that Azure trusts. It is replaced now and then, so it is read each time. */
    private static ClientProof file(String file) {
        return () -> Map.of(
                "client_assertion_type",
                "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                "client_assertion",
                read(file));
    }

    private static String read(String file) throws BackendException {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException | InvalidPathException e) {
            throw new BackendException.Denied(
                    "cannot read the token in " + file + ", which AZURE_FEDERATED_TOKEN_FILE names: " + e, e);
        }
    }
}
