package dev.coffer.operator.controller.cluster;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;

/** References that make objects of a namespace go with another one there. */
public final class Owners {

    private Owners() {}

    /** For what an object has brought about, and watches over. */
    public static OwnerReference controlledBy(HasMetadata owner) {
        return new OwnerReferenceBuilder(of(owner))
                .withController(true)
                .withBlockOwnerDeletion(true)
                .build();
    }

    /** For what has no meaning without an object. */
    public static OwnerReference of(HasMetadata owner) {
        return new OwnerReferenceBuilder()
                .withApiVersion(owner.getApiVersion())
                .withKind(owner.getKind())
                .withName(owner.getMetadata().getName())
                .withUid(owner.getMetadata().getUid())
                .build();
    }
}
