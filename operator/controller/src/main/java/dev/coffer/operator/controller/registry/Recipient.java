package dev.coffer.operator.controller.registry;

import dev.coffer.operator.api.ApiGroup;
import dev.coffer.operator.api.Labels;
import dev.coffer.operator.api.naming.ObjectNames;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.Map;

/**
 * An object for which pods work that pull images: a BackupConfiguration, RestoreSession or Repository. It owns its copies of
 * Secrets, which go with it.
 *
 * @param namespace of the object and the pods
 * @param labels of the copies, which say that they are the operator's
 * @param owner the object
 */
public record Recipient(String namespace, Map<String, String> labels, OwnerReference owner) {

    public Recipient {
        labels = Map.copyOf(labels);
    }

    /** The name of its copy of a Secret. */
    String copyOf(String secret) {
        return ObjectNames.pullSecret(secret, owner.getKind(), owner.getName());
    }

    /**
     * Whether a Secret of such a name is one that may be written over: the operator's, perhaps for an earlier object of the same
     * name, or one that Stash has made for this object.
     */
    boolean mayHave(Secret present) {
        Map<String, String> found = present.getMetadata().getLabels();
        boolean labelled = found != null && ApiGroup.STASH.equals(found.get(Labels.MANAGED_BY));
        return labelled
                || present.getMetadata().getOwnerReferences().stream()
                        .anyMatch(other -> owner.getUid().equals(other.getUid()));
    }

    /** The object, as far as events need to know it. */
    HasMetadata object() {
        GenericKubernetesResource object = new GenericKubernetesResource();
        object.setApiVersion(owner.getApiVersion());
        object.setKind(owner.getKind());
        object.setMetadata(new ObjectMetaBuilder()
                .withNamespace(namespace)
                .withName(owner.getName())
                .withUid(owner.getUid())
                .build());
        return object;
    }
}
