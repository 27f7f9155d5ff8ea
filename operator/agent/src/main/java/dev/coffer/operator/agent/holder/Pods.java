package dev.coffer.operator.agent.holder;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the cluster knows about pods. */
public final class Pods {

    private static final Logger LOG = LoggerFactory.getLogger(Pods.class);
    private static final Set<String> ENDED = Set.of("Succeeded", "Failed");

    private final KubernetesClient client;

    public Pods(KubernetesClient client) {
        this.client = client;
    }

    /**
     * The pod that this process runs in.
     *
     * @param environment of the process: {@code POD_NAME}, or else {@code HOSTNAME}, which is the same unless the pod chooses a
     *     name for its host
     * @return empty outside of the cluster
     */
    public Optional<PodIdentity> own(Map<String, String> environment) {
        String name = environment.getOrDefault("POD_NAME", environment.getOrDefault("HOSTNAME", ""));
        String namespace = client.getNamespace();
        if (name.isEmpty() || namespace == null) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(get(namespace, name))
                    .map(pod ->
                            new PodIdentity(namespace, name, pod.getMetadata().getUid()));
        } catch (KubernetesClientException e) {
            LOG.warn("Cannot read the own pod {}/{}: {}", namespace, name, e.getMessage());
            return Optional.empty();
        }
    }

    /** Whether nothing runs in a pod any more. What cannot be found out counts as running. */
    public boolean isGone(PodIdentity identity) {
        try {
            Pod pod = get(identity.namespace(), identity.pod());
            return pod == null
                    || !identity.uid().equals(pod.getMetadata().getUid())
                    || (pod.getStatus() != null
                            && ENDED.contains(String.valueOf(pod.getStatus().getPhase())));
        } catch (KubernetesClientException e) {
            LOG.warn(
                    "Cannot tell whether pod {}/{} still runs: {}",
                    identity.namespace(),
                    identity.pod(),
                    e.getMessage());
            return false;
        }
    }

    private Pod get(String namespace, String name) {
        return client.pods().inNamespace(namespace).withName(name).get();
    }
}
