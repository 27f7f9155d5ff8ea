package dev.coffer.operator.controller.cluster;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.HttpURLConnection;

/**
 * Keeps objects until what they have brought about is cleared away. The framework's own way asks for another form of names than
 * Stash's finalizers have.
 */
public final class Finalizer {

    private final KubernetesClient client;
    private final ClusterObjects objects;
    private final String name;

    /** A finalizer of that name, which is the same in all versions: objects keep it when the operator is replaced. */
    public Finalizer(KubernetesClient client, ClusterObjects objects, String name) {
        this.client = client;
        this.objects = objects;
        this.name = name;
    }

    /** Puts it on an object, unless it is there. */
    public void add(HasMetadata object) {
        if (!object.hasFinalizer(name)) {
            objects.change(object, present -> {
                HasMetadata changed = client.getKubernetesSerialization().clone(present);
                changed.getMetadata().getFinalizers().add(name);
                return changed;
            });
        }
    }

    /** Whether an object that is being removed waits for {@link #remove}. */
    public boolean keeps(HasMetadata object) {
        return object.isMarkedForDeletion() && object.hasFinalizer(name);
    }

    /** Lets an object go; it may have gone already. */
    public void remove(HasMetadata object) {
        try {
            objects.change(object, present -> {
                HasMetadata changed = client.getKubernetesSerialization().clone(present);
                changed.getMetadata().getFinalizers().remove(name);
                return changed;
            });
        } catch (KubernetesClientException e) {
            if (e.getCode() != HttpURLConnection.HTTP_NOT_FOUND) {
                throw e;
            }
        }
    }
}
