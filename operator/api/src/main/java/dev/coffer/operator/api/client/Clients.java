package dev.coffer.operator.api.client;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.time.Duration;

/** Makes clients of the API server. */
public final class Clients {

    /** How long an answer may take where much work would be lost without it. */
    private static final Duration LONG_TIME_OUT = Duration.ofMinutes(2);

    /** Attempts, 3.2 s apart after the first few: five minutes of an API server that cannot be reached. */
    private static final int MANY_ATTEMPTS = 100;

    private Clients() {}

    /** A client for the cluster this program runs in, or else for that of the user's kubeconfig. The caller closes it. */
    public static KubernetesClient create() {
        return create(Config.autoConfigure(null));
    }

    /**
     * A client for long work that would be in vain if it could not be reported, because the API server is overloaded or restarted:
     * it asks for five minutes before it gives up. The caller closes it.
     */
    public static KubernetesClient createPatient() {
        return create(new ConfigBuilder(Config.autoConfigure(null))
                .withRequestTimeout((int) LONG_TIME_OUT.toMillis())
                .withRequestRetryBackoffLimit(MANY_ATTEMPTS)
                .build());
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
