package dev.coffer.operator.controller.invoker;

import dev.coffer.operator.api.repository.Repository;
import dev.coffer.operator.api.runtime.PodRuntimeSettings;
import dev.coffer.operator.api.runtime.RuntimeSettings;
import dev.coffer.operator.controller.access.Grant;
import dev.coffer.operator.controller.access.PodRole;
import dev.coffer.operator.controller.cluster.ClusterObjects;
import dev.coffer.operator.controller.registry.RegistrySecrets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives the pods of jobs their account and rights, and what nodes pull their images with. */
public final class JobAccess {

    private final ClusterObjects objects;
    private final RegistrySecrets registry;

    JobAccess(ClusterObjects objects, RegistrySecrets registry) {
        this.objects = objects;
        this.registry = registry;
    }

    /**
     * Makes the account of a job and gives it rights. What it lacks to pull its image is told by events of the origin's owner, and
     * the job is made without.
     *
     * @param name of the account, unless the settings name one of the user's
     * @param origin whose owner is not the session, but what outlives it
     */
    public JobAccount ensure(String name, PodRole role, Repository repository, Jobs.Origin origin) {
        PodRuntimeSettings settings = settings(origin.settings());
        String given = settings == null ? null : settings.serviceAccountName();
        String account = given == null || given.isEmpty() ? name : given;
        Grant grant = new Grant(name, origin.namespace(), account, role, origin.labels(), origin.owner());
        if (account.equals(name)) {
            Map<String, String> annotations = settings == null ? Map.of() : settings.serviceAccountAnnotations();
            objects.ensure(grant.serviceAccount(annotations));
        }
        grant.objects(repository).forEach(objects::ensure);
        registry.ensure(origin.recipient());
        return new JobAccount(account, registry.forPod(origin.recipient(), account));
    }

    /** Takes back rights in the namespace of a Repository; those in the pods' own go with the invoker. */
    public static void revoke(ClusterObjects objects, Grant grant, Repository repository) {
        if (grant.reachesElsewhere(repository)) {
            grant.repositoryObjects(repository).forEach(objects::remove);
        }
    }

    /** The rights of jobs of an invoker by which {@link #revoke} finds them. */
    public static Grant grant(String name, PodRole role, String namespace) {
        return new Grant(name, namespace, name, role, Map.of(), null);
    }

    private static @Nullable PodRuntimeSettings settings(@Nullable RuntimeSettings settings) {
        return settings == null ? null : settings.pod();
    }
}
