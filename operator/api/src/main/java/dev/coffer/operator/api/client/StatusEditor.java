package dev.coffer.operator.api.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.net.HttpURLConnection;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Changes the status of objects of one kind that others change, too.
 *
 * <p>What is sent is the difference between the status read and the one wanted, with the version read as a precondition. So
 * nobody's change is lost, and fields that only a newer version knows stay as they are. If somebody else was faster, the object
 * is read again and the change made anew.
 *
 * <p>Safe for use by several threads.
 *
 * @param <R> the kind
 * @param <S> its status
 */
public final class StatusEditor<R extends CustomResource<?, S>, S> {

    private static final int ATTEMPTS = 30;

    private static final int LONGEST_PAUSE_MILLIS = 200;

    private static final PatchContext MERGE = PatchContext.of(PatchType.JSON_MERGE);

    private final KubernetesClient client;
    private final Class<R> kind;
    private final StatusPatch patch;

    /** An editor that uses a client, which stays the caller's. */
    public StatusEditor(KubernetesClient client, Class<R> kind) {
        this.client = client;
        this.kind = kind;
        this.patch = new StatusPatch(client.getKubernetesSerialization());
    }

    /**
     * Changes the status of an object.
     *
     * @param change the status wanted, given the object with its present status, which is null if nobody has written one; it is
     *     called again when somebody else was faster, so it only computes
     * @return the object after the change; empty if there is none, or none any more
     * @throws KubernetesClientException if the API server cannot be reached, does not allow it, or others are always faster
     */
    public Optional<R> edit(String namespace, String name, Function<? super R, S> change) {
        return Optional.ofNullable(read(namespace, name)).flatMap(object -> edit(object, change));
    }

    /**
     * Changes the status of an object that was read earlier, and is read again only if that is out of date.
     *
     * @param change as above
     * @return the object after the change; empty if it is gone, even if another one has its name now
     * @throws KubernetesClientException as above
     */
    public Optional<R> edit(R known, Function<? super R, S> change) {
        R object = known;
        for (int attempt = 1; object != null && isSame(object, known); attempt++) {
            try {
                return Optional.of(tryOnce(object, change));
            } catch (KubernetesClientException e) {
                if (e.getCode() == HttpURLConnection.HTTP_NOT_FOUND) {
                    return Optional.empty();
                } else if (e.getCode() != HttpURLConnection.HTTP_CONFLICT || attempt == ATTEMPTS) {
                    throw e;
                }
            }
            pause();
            object =
                    read(known.getMetadata().getNamespace(), known.getMetadata().getName());
        }
        return Optional.empty();
    }

    private R tryOnce(R object, Function<? super R, S> change) {
        Optional<ObjectNode> difference = patch.between(object, change.apply(object));
        return difference.isEmpty() ? object : send(object, difference.get());
    }

    private R send(R object, ObjectNode difference) {
        return client.resources(kind)
                .inNamespace(object.getMetadata().getNamespace())
                .withName(object.getMetadata().getName())
                .subresource("status")
                .patch(MERGE, difference.toString());
    }

    private @Nullable R read(String namespace, String name) {
        return client.resources(kind).inNamespace(namespace).withName(name).get();
    }

    private boolean isSame(R object, R known) {
        return object.getMetadata().getUid().equals(known.getMetadata().getUid());
    }

    private static void pause() {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(LONGEST_PAUSE_MILLIS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KubernetesClientException("Interrupted while the status of an object was being changed", e);
        }
    }
}
