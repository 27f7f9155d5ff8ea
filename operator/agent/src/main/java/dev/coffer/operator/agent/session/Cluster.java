package dev.coffer.operator.agent.session;

import dev.coffer.engine.errors.RepositoryException.BadRequest;
import dev.coffer.operator.agent.access.Storage;
import dev.coffer.operator.api.RepositoryRef;
import dev.coffer.operator.api.backup.BackupBatch;
import dev.coffer.operator.api.backup.BackupConfiguration;
import dev.coffer.operator.api.backup.BackupInvokerSpec;
import dev.coffer.operator.api.backup.BackupSession;
import dev.coffer.operator.api.repository.Repository;
import dev.coffer.operator.api.restore.RestoreSession;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the objects that say what is to be done. Each method fails if the object is not there, and says what to do. */
public final class Cluster {

    private final KubernetesClient client;

    public Cluster(KubernetesClient client) {
        this.client = client;
    }

    public BackupSession backupSession(String namespace, String name) throws BadRequest {
        return require(BackupSession.class, namespace, name);
    }

    public RestoreSession restoreSession(String namespace, String name) throws BadRequest {
        return require(RestoreSession.class, namespace, name);
    }

    /** What a BackupSession is taken for. */
    public BackupInvokerSpec backupInvoker(String namespace, String kind, String name) throws BadRequest {
        return switch (kind) {
            case "BackupConfiguration" -> spec(require(BackupConfiguration.class, namespace, name));
            case "BackupBatch" -> spec(require(BackupBatch.class, namespace, name));
            default -> throw new BadRequest("There are no backups for a " + kind + ".");
        };
    }

    private static <S> S spec(CustomResource<S, ?> object) throws BadRequest {
        @Nullable S spec = object.getSpec();
        if (spec == null) {
            throw new BadRequest(object.getKind() + " " + object.getMetadata().getNamespace() + "/"
                    + object.getMetadata().getName() + " has no spec.");
        }
        return spec;
    }

    /** The Repository that an object refers to. */
    public Repository repository(@Nullable RepositoryRef ref, String namespace) throws BadRequest {
        if (ref == null) {
            throw new BadRequest("spec.repository names no Repository.");
        }
        return require(Repository.class, ref.namespaceOr(namespace), ref.name());
    }

    /** Where a Repository is, and what opens it. */
    public Storage storage(Repository repository, Map<String, String> environment) throws BadRequest {
        String namespace = repository.getMetadata().getNamespace();
        String secret = repository.getSpec() == null || repository.getSpec().backend() == null
                ? null
                : repository.getSpec().backend().storageSecretName();
        Map<String, String> credentials =
                secret == null ? Map.of() : credentials(require(Secret.class, namespace, secret));
        return Storage.of(repository, credentials, environment);
    }

    private static Map<String, String> credentials(Secret secret) {
        Map<String, String> values = new HashMap<>();
        if (secret.getData() != null) {
            secret.getData()
                    .forEach((key, value) ->
                            values.put(key, new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8)));
        }
        if (secret.getStringData() != null) {
            values.putAll(secret.getStringData());
        }
        return values;
    }

    private <R extends HasMetadata> R require(Class<R> kind, String namespace, String name) throws BadRequest {
        R object = client.resources(kind).inNamespace(namespace).withName(name).get();
        if (object == null) {
            throw new BadRequest("There is no " + HasMetadata.getKind(kind) + " " + namespace + "/" + name + ".");
        }
        return object;
    }
}
