package dev.coffer.operator.api.client;

import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Lease, and somebody who may hold it. For any number of threads.
 *
 * @param holder identity by which the lease names its holder
 */
public record LeaseHolding(KubernetesClient client, String namespace, String name, String holder) {

    private static final Logger LOG = LoggerFactory.getLogger(LeaseHolding.class);

    /** The lease, whoever holds it; null if there is none. */
    public @Nullable Lease read() {
        return client.leases().inNamespace(namespace).withName(name).get();
    }

    /** The lease if it is held by this holder. */
    public Optional<Lease> own() {
        return Optional.ofNullable(read())
                .filter(lease ->
                        lease.getSpec() != null && holder.equals(lease.getSpec().getHolderIdentity()));
    }

    /**
     * Gives the lease back if it is held, so that the next one need not wait until it has expired. Renewals must have ended. A
     * failure is logged: it expires all the same.
     */
    public void giveBack() {
        try {
            own().ifPresent(lease -> client.resource(new LeaseBuilder(lease)
                            .editSpec()
                            .withHolderIdentity(null)
                            .endSpec()
                            .build())
                    .update());
        } catch (KubernetesClientException e) {
            LOG.warn("Cannot give back the Lease {}/{}, which expires soon: {}", namespace, name, e.getMessage());
        }
    }
}
