package dev.coffer.operator.agent.session;

import dev.coffer.engine.errors.RepositoryException.BadRequest;
import dev.coffer.engine.errors.RepositoryException.RepositoryNotFound;
import dev.coffer.engine.host.HostIdentity;
import dev.coffer.engine.repository.Repository;
import dev.coffer.operator.agent.access.RepositoryAccess;
import dev.coffer.operator.agent.access.Settings;
import dev.coffer.operator.agent.access.Storage;
import dev.coffer.operator.agent.holder.LockHealer;
import dev.coffer.operator.agent.holder.Locking;
import dev.coffer.operator.agent.holder.PodIdentity;
import dev.coffer.operator.agent.holder.Pods;
import dev.coffer.operator.agent.lease.PodLease;
import dev.coffer.operator.api.naming.ObjectNames;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/** What every command of the agent works with: the cluster, the pod it runs in, and ways to repositories. */
public final class Workplace {

    private final KubernetesClient client;
    private final AgentSettings settings;
    private final Optional<PodIdentity> pod;
    private final Locking locking;
    private final String leaseHolder;

    public Workplace(KubernetesClient client, AgentSettings settings) {
        Pods pods = new Pods(client);
        this.client = client;
        this.settings = settings;
        this.pod = pods.own(settings.environment());
        this.locking = new Locking(new LockHealer(pod, pods::isGone), settings.lockPatience());
        this.leaseHolder = pod.map(PodIdentity::pod).orElse("agent") + "_" + UUID.randomUUID();
    }

    KubernetesClient client() {
        return client;
    }

    AgentSettings settings() {
        return settings;
    }

    Locking locking() {
        return locking;
    }

    Cluster cluster() {
        return new Cluster(client);
    }

    /**
     * The way to a repository.
     *
     * @param cache folder for copies of its metadata; none for no cache
     */
    RepositoryAccess access(Storage storage, Optional<Path> cache) {
        HostIdentity holder = pod.map(PodIdentity::holder).orElseGet(HostIdentity::current);
        return new RepositoryAccess(storage, Settings.standard(cache, holder));
    }

    /** Waits for a lease and holds it. */
    PodLease lease(String namespace, String name) throws InterruptedIOException {
        return PodLease.acquire(client, namespace, name, leaseHolder);
    }

    /**
     * Opens a repository, and makes it if there is none yet; one at a time in the cluster, since two who make it at once would
     * overwrite each other's keys.
     *
     * @throws BadRequest if there is none though there has been one
     */
    Repository openOrInit(dev.coffer.operator.api.repository.Repository resource, RepositoryAccess access)
            throws IOException {
        try {
            return access.open();
        } catch (RepositoryNotFound _) {
            if (hasBackups(resource)) {
                throw new BadRequest("The repository at " + access.place()
                        + ", which held backups, is gone. Bring it back, or remove" + " Repository "
                        + access.storage().name() + " and create it anew to begin from scratch.");
            }
        }
        String namespace = resource.getMetadata().getNamespace();
        try (PodLease _ = lease(
                namespace, ObjectNames.repositoryLease(resource.getMetadata().getName()))) {
            return openOrInit(access);
        }
    }

    private static Repository openOrInit(RepositoryAccess access) throws IOException {
        try {
            return access.open();
        } catch (RepositoryNotFound _) {
            return access.init();
        }
    }

    private static boolean hasBackups(dev.coffer.operator.api.repository.Repository resource) {
        return resource.getStatus() != null && resource.getStatus().lastBackupTime() != null;
    }
}
