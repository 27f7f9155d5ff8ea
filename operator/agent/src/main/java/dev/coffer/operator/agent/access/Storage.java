package dev.coffer.operator.agent.access;

import dev.coffer.backend.BackendOptions;
import dev.coffer.engine.errors.RepositoryException.BadRequest;
import dev.coffer.operator.api.repository.Backend;
import dev.coffer.operator.api.repository.Repository;
import dev.coffer.operator.api.repository.RepositoryLocation;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a repository is, and what opens it.
 *
 * @param name of the Repository, with its namespace, for people
 * @param secret name of its Secret, with its namespace, for people
 * @param location as the engine takes it
 * @param options settings and credentials of the store
 * @param password of the repository
 */
public record Storage(String name, String secret, String location, BackendOptions options, String password) {

    /** The key of the Secret under which the password is. */
    static final String PASSWORD = "RESTIC_PASSWORD";

    private static final String INSECURE_TLS = "http.insecure-tls";

    /**
     * The storage of a Repository.
     *
     * @param credentials what its Secret holds
     * @param environment of this process, for what the Secret does not say: proxies, and what identity a pod has in a cloud
     * @throws BadRequest if the Repository names no store, or the Secret holds no password
     */
    public static Storage of(Repository repository, Map<String, String> credentials, Map<String, String> environment)
            throws BadRequest {
        String namespace = repository.getMetadata().getNamespace();
        String name = namespace + "/" + repository.getMetadata().getName();
        Backend backend =
                repository.getSpec() == null ? null : repository.getSpec().backend();
        if (backend == null) {
            throw new BadRequest("Repository " + name + " has no spec.backend, which says where it is stored.");
        }
        String secret = namespace + "/" + backend.storageSecretName();
        String password = credentials.getOrDefault(PASSWORD, "");
        if (password.isEmpty()) {
            throw new BadRequest("Secret " + secret + " of Repository " + name + " has no key " + PASSWORD
                    + ", or an empty one. It must hold the password of the repository.");
        }
        String location = RepositoryLocation.of(backend)
                .map(RepositoryLocation::location)
                .orElseThrow(() -> new BadRequest("Repository " + name
                        + " names no store: spec.backend needs one of local, s3, gcs, azure, swift, b2, rest with a URL,"
                        + " and sftp with host and path."));
        Map<String, String> variables = new HashMap<>(environment);
        variables.putAll(credentials);
        variables.remove(PASSWORD);
        putRegion(variables, backend);
        return new Storage(name, secret, location, new BackendOptions(extended(backend), variables), password);
    }

    private static void putRegion(Map<String, String> variables, Backend backend) {
        String region = backend.s3() == null ? null : backend.s3().region();
        if (region != null && !region.isEmpty()) {
            variables.put("AWS_DEFAULT_REGION", region);
        }
    }

    private static Map<String, String> extended(Backend backend) {
        Map<String, String> options = new HashMap<>();
        if (backend.s3() != null && Boolean.TRUE.equals(backend.s3().insecureTLS())) {
            options.put(INSECURE_TLS, "true");
        }
        if (backend.gcs() != null) {
            putConnections(options, "gs", backend.gcs().maxConnections());
        }
        if (backend.azure() != null) {
            putConnections(options, "azure", backend.azure().maxConnections());
        }
        if (backend.b2() != null) {
            putConnections(options, "b2", backend.b2().maxConnections());
        }
        return options;
    }

    private static void putConnections(Map<String, String> options, String scheme, @Nullable Long most) {
        if (most != null && most > 0) {
            options.put(scheme + ".connections", most.toString());
        }
    }

    /** Whether the repository is on a volume of the pod, not on a server. */
    boolean isVolume() {
        return location.startsWith("/");
    }

    /** Without the password and the credentials. */
    @Override
    public String toString() {
        return "Storage[" + name + " at " + location + "]";
    }
}
