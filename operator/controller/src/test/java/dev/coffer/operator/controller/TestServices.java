package dev.coffer.operator.controller;

import dev.coffer.operator.controller.cluster.ClusterObjects;
import dev.coffer.operator.controller.invoker.JobServices;
import dev.coffer.operator.controller.registry.RegistrySecrets;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.InstantSource;
import java.util.List;

/** What controllers work with, on an API server in memory, with the operator in the namespace {@code coffer}. */
public final class TestServices {

    private TestServices() {}

    /** @param pullSecrets Secrets that are given to pods */
    public static JobServices of(KubernetesClient client, String... pullSecrets) {
        return new JobServices(
                client,
                new ClusterObjects(client),
                "coffer:1",
                new RegistrySecrets(client, "coffer", List.of(pullSecrets), InstantSource.system()));
    }

    /** The manifest of a Secret with credentials for a registry. */
    public static String pullSecret(String namespace, String name) {
        return """
                {"apiVersion": "v1", "kind": "Secret", "metadata": {"name": "%s", "namespace": "%s"},
                 "type": "kubernetes.io/dockerconfigjson", "data": {".dockerconfigjson": "e30="}}""".formatted(name, namespace);
    }
}
