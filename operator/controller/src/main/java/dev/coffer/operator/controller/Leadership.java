package dev.coffer.operator.controller;

import dev.coffer.operator.api.client.LeaseHolding;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.javaoperatorsdk.operator.api.config.LeaderElectionConfigurationBuilder;
import java.util.Objects;
import java.util.UUID;

/**
 * The lease by which one of several operators is elected. The SDK renews it, and would let it expire when the operator ends.
 *
 * @param namespace of the lease
 * @param identity of this operator among the others
 */
record Leadership(KubernetesClient client, String namespace, String identity) {

    static final String LEASE = "coffer-operator";

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
        new LeaseHolding(client, namespace, LEASE, identity).giveBack();
    }
}
