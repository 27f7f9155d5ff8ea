package dev.coffer.operator.agent.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.coffer.operator.api.client.Clients;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.server.mock.KubernetesCrudDispatcher;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.mockwebserver.Context;
import io.fabric8.mockwebserver.MockWebServer;
import java.io.UncheckedIOException;
import java.util.HashMap;

/** fabric8's API server in memory, with merge patches as RFC 7386 has them: its own append to lists instead of replacing them. */
final class FakeApiServer implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final KubernetesMockServer server =
            new KubernetesMockServer(new Context(), new MockWebServer(), new HashMap<>(), new Dispatcher(), false);
    private final KubernetesClient client;

    FakeApiServer() {
        server.init();
        client = server.createClient(builder -> builder.withKubernetesSerialization(Clients.serialization()));
    }

    KubernetesClient client() {
        return client;
    }

    @Override
    public void close() {
        client.close();
        server.destroy();
    }

    private static final class Dispatcher extends KubernetesCrudDispatcher {

        @Override
        public JsonNode merge(JsonNode current, String patch) {
            try {
                return merged(current.deepCopy(), JSON.readTree(patch));
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static JsonNode merged(JsonNode target, JsonNode patch) {
            if (!(patch instanceof ObjectNode changes)) {
                return patch;
            }
            ObjectNode result = target instanceof ObjectNode object ? object : JSON.createObjectNode();
            changes.properties().forEach(change -> {
                if (change.getValue().isNull()) {
                    result.remove(change.getKey());
                } else {
                    JsonNode old = result.path(change.getKey());
                    result.set(change.getKey(), merged(old, change.getValue()));
                }
            });
            return result;
        }
    }
}
