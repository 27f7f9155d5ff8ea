package dev.coffer.operator.controller.repository;

import dev.coffer.operator.api.RepositoryRef;
import dev.coffer.operator.api.backup.BackupBatch;
import dev.coffer.operator.api.backup.BackupConfiguration;
import dev.coffer.operator.api.repository.Repository;
import dev.coffer.operator.api.restore.RestoreBatch;
import dev.coffer.operator.api.restore.RestorePhase;
import dev.coffer.operator.api.restore.RestoreSession;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.HttpURLConnection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Who uses a Repository, by the objects themselves: its own list of them may be out of date. */
final class RepositoryUsers {

    private final KubernetesClient client;

    RepositoryUsers(KubernetesClient client) {
        this.client = client;
    }

    /** One that still uses it, as it stands in messages; empty if nobody does. Restores that have ended do not. */
    Optional<String> any(Repository repository) {
        return first(BackupConfiguration.class, repository, RepositoryUsers::reference)
                .or(() -> first(BackupBatch.class, repository, RepositoryUsers::reference))
                .or(() -> first(RestoreSession.class, repository, RepositoryUsers::reference))
                .or(() -> first(RestoreBatch.class, repository, RepositoryUsers::reference));
    }

    private static @Nullable RepositoryRef reference(BackupConfiguration object) {
        return object.getSpec() == null ? null : object.getSpec().repository();
    }

    private static @Nullable RepositoryRef reference(BackupBatch object) {
        return object.getSpec() == null ? null : object.getSpec().repository();
    }

    private static @Nullable RepositoryRef reference(RestoreSession object) {
        boolean ended = object.getStatus() != null && isFinal(object.getStatus().phase());
        return object.getSpec() == null || ended ? null : object.getSpec().repository();
    }

    private static @Nullable RepositoryRef reference(RestoreBatch object) {
        boolean ended = object.getStatus() != null && isFinal(object.getStatus().phase());
        return object.getSpec() == null || ended ? null : object.getSpec().repository();
    }

    private static boolean isFinal(@Nullable RestorePhase phase) {
        return phase != null && phase.isFinal();
    }

    private <R extends HasMetadata> Optional<String> first(
            Class<R> kind, Repository repository, Function<R, @Nullable RepositoryRef> reference) {
        return list(kind).stream()
                .filter(user -> names(reference.apply(user), user, repository))
                .findFirst()
                .map(user -> user.getKind() + " " + user.getMetadata().getNamespace() + "/"
                        + user.getMetadata().getName());
    }

    /** A kind that is not installed has no objects. */
    private <R extends HasMetadata> List<R> list(Class<R> kind) {
        try {
            return client.resources(kind).inAnyNamespace().list().getItems();
        } catch (KubernetesClientException e) {
            if (e.getCode() == HttpURLConnection.HTTP_NOT_FOUND) {
                return List.of();
            }
            throw e;
        }
    }

    private static boolean names(@Nullable RepositoryRef ref, HasMetadata user, Repository repository) {
        return ref != null
                && repository.getMetadata().getName().equals(ref.name())
                && repository
                        .getMetadata()
                        .getNamespace()
                        .equals(ref.namespaceOr(user.getMetadata().getNamespace()));
    }
}
