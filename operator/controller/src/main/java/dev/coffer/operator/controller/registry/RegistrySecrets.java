package dev.coffer.operator.controller.registry;

import static dev.coffer.operator.api.condition.ConditionType.IMAGE_PULL_SECRETS_FOUND;

import dev.coffer.operator.api.condition.Condition;
import dev.coffer.operator.api.condition.ConditionStatus;
import dev.coffer.operator.api.event.ConditionEvents;
import dev.coffer.operator.api.event.Events;
import dev.coffer.operator.controller.pod.PullSecrets;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Copies the Secrets that the operator is told to give to pods to where these are, and says which ones a pod gets. If it is told
 * none, the cluster is asked nothing.
 *
 * <p>A pod gets a copy that is there, or about to be, whether or not it is up to date: a Secret that is gone for a while, as when
 * somebody exchanges it, must not have the pods of workloads replaced.
 *
 * <p>Safe for use by several threads.
 */
public final class RegistrySecrets {

    /** Secrets are not watched. What some registries give out is good for half a day. */
    private static final Duration REFRESH = Duration.ofMinutes(10);

    private final KubernetesClient client;
    private final List<String> names;
    private final SecretCopier copier;
    private final InstantSource clock;
    private final Events events;

    /**
     * Those that are to be copied.
     *
     * @param client stays the caller's
     * @param home namespace that they are in
     * @param names may be none
     */
    public RegistrySecrets(KubernetesClient client, String home, List<String> names, InstantSource clock) {
        this.client = client;
        this.names = List.copyOf(names);
        this.copier = new SecretCopier(client, home);
        this.clock = clock;
        this.events = new Events(client, clock, "Registry Secrets");
    }

    /** How soon copies are to be compared again with what they are copies of; empty if there are none. */
    public Optional<Duration> refresh() {
        return names.isEmpty() ? Optional.empty() : Optional.of(REFRESH);
    }

    /**
     * Makes the copies for an object, or brings them up to date. Events of the object tell what cannot be copied.
     *
     * @return whether all are there; empty if there are none to be made
     */
    public Optional<Condition> ensure(Recipient recipient) {
        if (names.isEmpty()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        List<String> lacks = names.stream()
                .flatMap(name -> copier.copy(name, recipient).stream())
                .toList();
        if (lacks.isEmpty()) {
            String message = "Pods can pull their image with copies of " + String.join(", ", names);
            return Optional.of(IMAGE_PULL_SECRETS_FOUND.is(ConditionStatus.TRUE, message, now));
        }
        Condition lacking = IMAGE_PULL_SECRETS_FOUND.is(ConditionStatus.FALSE, String.join(" ", lacks), now);
        events.record(recipient.object(), ConditionEvents.of(List.of(lacking)));
        return Optional.of(lacking);
    }

    /**
     * What a pod that works for an object gets. Only looks, so that admission may ask, too.
     *
     * @param account service account of the pod
     */
    public PullSecrets forPod(Recipient recipient, String account) {
        List<String> copies = names.stream()
                .filter(name -> copier.isToBeHad(name, recipient))
                .map(recipient::copyOf)
                .toList();
        return copies.isEmpty() ? PullSecrets.NONE : new PullSecrets(copies, ofAccount(recipient.namespace(), account));
    }

    private List<String> ofAccount(String namespace, String name) {
        ServiceAccount account =
                client.serviceAccounts().inNamespace(namespace).withName(name).get();
        return account == null ? List.of() : PullSecrets.names(account.getImagePullSecrets());
    }
}
