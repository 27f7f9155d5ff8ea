package dev.coffer.operator.controller.cluster;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.coffer.operator.api.client.MergePatch;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.net.HttpURLConnection;
import java.util.function.UnaryOperator;

/** Makes objects of the cluster as they should be. Safe for use by several threads. */
public final class ClusterObjects {

    private static final PatchContext MERGE = PatchContext.of(PatchType.JSON_MERGE);

    private final KubernetesClient client;
    private final Json json;

    /** Uses a client, which stays the caller's. */
    public ClusterObjects(KubernetesClient client) {
        this.client = client;
        this.json = new Json(client.getKubernetesSerialization());
    }

    /** Creates an object; one of its name that is there already stays as it is. */
    public void createIfAbsent(HasMetadata wanted) {
        try {
            client.resource(wanted).create();
        } catch (KubernetesClientException e) {
            if (e.getCode() != HttpURLConnection.HTTP_CONFLICT) {
                throw e;
            }
        }
    }

    /** Creates an object, or gives the one of its name the fields that it should have; others stay. */
    public void ensure(HasMetadata wanted) {
        HasMetadata present = client.resource(wanted).get();
        if (present == null) {
            createIfAbsent(wanted);
            return;
        }
        ObjectNode patch = MergePatch.additions(json.write(present), json.write(wanted));
        if (!patch.isEmpty()) {
            client.resource(present).patch(MERGE, patch.toString());
        }
    }

    /**
     * Changes an object, on the condition that it is still as it was read.
     *
     * @param change returns the object as it should be and leaves the one it is given as it is
     * @return whether there was anything to change
     * @throws KubernetesClientException with code 409 if somebody else has changed it, so that it has to be read again
     */
    public <T extends HasMetadata> boolean change(T present, UnaryOperator<T> change) {
        ObjectNode patch = MergePatch.between(json.write(present), json.write(change.apply(present)));
        if (patch.isEmpty()) {
            return false;
        }
        patch.withObject("/metadata")
                .put("resourceVersion", present.getMetadata().getResourceVersion());
        client.resource(present).patch(MERGE, patch.toString());
        return true;
    }

    /** Removes an object, and what it owns in the background; it may be gone already. */
    public void remove(HasMetadata object) {
        client.resource(object).delete();
    }
}
