package dev.coffer.operator.controller;

import dev.coffer.operator.api.backup.BackupConfiguration;
import dev.coffer.operator.api.client.Clients;
import dev.coffer.operator.api.repository.Repository;
import dev.coffer.operator.api.restore.RestoreSession;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.CustomResourceDefinitionContext;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.fabric8.mockwebserver.Context;
import io.fabric8.mockwebserver.MockWebServer;
import java.util.HashMap;
import java.util.List;

/** An API server in memory. */
public final class FakeApiServer implements AutoCloseable {

    private final KubernetesMockServer server = new KubernetesMockServer(
            new Context(), new MockWebServer(), new HashMap<>(), new MergingDispatcher(), false);
    private final KubernetesClient client;

    public FakeApiServer() {
        server.init();
        KubernetesSerialization serialization = Clients.serialization();
        List.of(Repository.class, BackupConfiguration.class, RestoreSession.class)
                .forEach(serialization::registerKubernetesResource);
        client = server.createClient(builder -> builder.withKubernetesSerialization(serialization));
    }

    public KubernetesClient client() {
        return client;
    }

    /** Has an API from now on that not all clusters have. */
    public void learn(Class<? extends CustomResource<?, ?>> type) {
        server.expectCustomResource(CustomResourceDefinitionContext.fromCustomResourceType(type));
    }

    /** Creates objects from manifests in JSON. */
    public void create(String... manifests) {
        for (String manifest : manifests) {
            client.resource(manifest).create();
        }
    }

    @Override
    public void close() {
        client.close();
        server.destroy();
    }
}
