package dev.coffer.operator.controller;

import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.javaoperatorsdk.operator.api.config.LeaderElectionConfigurationBuilder;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The lease by which one of several operators is elected. The SDK renews it, and would let it expire when the operator ends.
 *
 * @param namespace of the lease
 * @param identity of this operator among the others
 */
record Leadership(KubernetesClient client, String namespace, String identity) {

    static final String LEASE = "coffer-operator";

    private static final Logger LOG = LoggerFactory.getLogger(Leadership.class);

    /** That of this process: the name of its pod, if it has one. */
    static Leadership of(KubernetesClient client, String namespace) {
        String identity = Objects.requireNonNullElseGet(
                System.getenv("HOSTNAME"), () -> UUID.randomUUID().toString());
        return new Leadership(client, namespace, identity);
    }

    /** How the SDK elects; whoever loses the lease is told by its callbacks and must end. */
    LeaderElectionConfigurationBuilder election() {
        return LeaderElectionConfigurationBuilder.aLeaderElectionConfiguration(LEASE)
                .withLeaseNamespace(namespace)
                .withIdentity(identity)
                .withExitOnStopLeading(false);
    }

    /** Gives the lease back if this operator has it, so that another one goes on at once. To be called when all work has ended. */
    void end() {
        try {
            own().ifPresent(lease -> client.resource(new LeaseBuilder(lease)
                            .editSpec()
                            .withHolderIdentity(null)
                            .endSpec()
                            .build())
                    .update());
        } catch (KubernetesClientException e) {
            LOG.warn("Cannot give back the lease {}/{}, which expires soon: {}", namespace, LEASE, e.getMessage());
        }
    }

    private Optional<Lease> own() {
        return Optional.ofNullable(
                        client.leases().inNamespace(namespace).withName(LEASE).get())
                .filter(lease -> identity.equals(lease.getSpec().getHolderIdentity()));
    }
}
