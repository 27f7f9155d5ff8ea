package dev.coffer.operator.api.client;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;

/** Makes clients of the API server. */
public final class Clients {

    private Clients() {}

    /** A client for the cluster this program runs in, or else for that of the user's kubeconfig. The caller closes it. */
    public static KubernetesClient create() {
        return create(Config.autoConfigure(null));
    }

    /** A client with that configuration. The caller closes it. */
    public static KubernetesClient create(Config config) {
        return new KubernetesClientBuilder()
                .withConfig(config)
                .withKubernetesSerialization(serialization())
                .build();
    }

    /** Reads a value of an enum that only newer versions know as null, so that one new word does not stop all watches. */
    public static KubernetesSerialization serialization() {
        ObjectMapper mapper = new ObjectMapper().enable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_AS_NULL);
        return new KubernetesSerialization(mapper, true);
    }
}
